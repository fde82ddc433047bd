import type { Answer, Wish } from '../send.js';
import { isHelpful } from '../target.js';
import { faultOfResult } from './judge-result.js';

const MESSAGES = 'urn:ietf:params:scim:api:messages:2.0';
const REFUSALS = new Set([400, 401, 403, 404, 405, 409, 412, 413, 415, 501]);
const SUCCESSES = new Set([200, 201, 204, 304]);

/**
 * What is wrong with an answer, whatever was asked: a status that no client knows, a refusal that does not say what to do,
 * a result that is not formed as the RFC has it. `undefined` when nothing is.
 */
export function faultOf(wish: Wish, answer: Answer, baseUrl: string): string | undefined {
  const { status, headers, text } = answer;
  if (status === 429 && isGuessing(wish)) return undefined;
  if (!REFUSALS.has(status) && !SUCCESSES.has(status)) return `the status ${status}`;
  if (headers['cache-control'] !== 'no-store') return `the Cache-Control ${String(headers['cache-control'])}`;
  if (wish.method === 'HEAD' || status === 204 || status === 304) return text === '' ? undefined : 'a body';
  if (headers['content-type'] !== 'application/scim+json') return `the media type ${String(headers['content-type'])}`;
  return status >= 400 ? faultOfRefusal(answer) : faultOfResult(answer, baseUrl);
}

const isGuessing = ({ headers = [] }: Wish) => headers.includes('Authorization');

function faultOfRefusal({ status, headers, body, text }: Answer): string | undefined {
  if (body?.schemas?.[0] !== `${MESSAGES}:Error` || body.status !== String(status)) return 'no SCIM error';
  if (status === 401 && headers['www-authenticate'] === undefined) return 'no WWW-Authenticate';
  if (status === 405 && headers.allow === undefined) return 'no Allow';
  const help = isHelpful(text);
  return help === 'helpful' ? undefined : help;
}

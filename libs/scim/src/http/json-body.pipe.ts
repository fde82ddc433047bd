import { Inject, Injectable, type PipeTransform } from '@nestjs/common';
import { ScimError } from '../core/errors/scim-error.js';
import { parseJson } from '../core/json/parse-json.js';
import { SCIM_LIMITS, SCIM_SETTINGS, type ScimSettings } from '../scim.options.js';
import { RawBody } from './raw-body.js';
import type { Part } from './request-parts.decorator.js';

const MEDIA_TYPE = /^\s*application\/(?:scim\+)?json\s*(?:;|$)/i;
const CHARSET = /;\s*charset\s*=\s*"?([^\s;"]+)/i;

/**
 * Bytes into JSON (RFC 7644 §3.8: UTF-8).
 * @throws ScimError 400 `invalidSyntax` and `invalidValue`, 413, 415
 */
@Injectable()
export class JsonBodyPipe implements PipeTransform<Part, Part> {
  private readonly limit: number;

  constructor(@Inject(SCIM_SETTINGS) settings: ScimSettings) {
    this.limit = settings.maxBodyBytes ?? SCIM_LIMITS.maxBodyBytes;
  }

  transform({ value, exchange }: Part): Part {
    exchange.sent = parseJson(decode(this.bytesOf(value)));
    return { value: exchange.sent, exchange };
  }

  private bytesOf(body: unknown): Buffer {
    if (!(body instanceof RawBody)) throw ScimError.invalidSyntax('Send a JSON object as the body.');
    if (!body.bytes) throw ScimError.payloadTooLarge(this.limit);
    if (body.bytes.length > 0 && !isJsonInUtf8(body)) throw ScimError.unsupportedMediaType();
    return body.bytes;
  }
}

const isJsonInUtf8 = ({ mediaType = '', encoding = 'identity' }: RawBody) =>
  MEDIA_TYPE.test(mediaType) && encoding === 'identity' && /^utf-?8$/i.test(CHARSET.exec(mediaType)?.[1] ?? 'utf-8');

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw ScimError.invalidSyntax('The body is not valid UTF-8.');
  }
}

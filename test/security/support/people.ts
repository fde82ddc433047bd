import { send } from './send.js';
import type { Target } from './target.js';

/** What somebody who is signed in sends along. */
export interface Session {
  readonly cookie: string;
}

/** Signs in by password at the product's own door; the status of the refusal when that is refused. */
export async function signIn(acme: Target, email: string, password: string): Promise<Session | number> {
  const answer = await postJson(acme.app.url, '/api/v1/auth/login', { email, password });
  const [cookie] = answer.headers['set-cookie'] ?? [];
  return cookie ? { cookie: cookie.split(';')[0]! } : answer.status;
}

/** The recovery administrator of the organization, signed in. */
export async function asAdministrator(acme: Target): Promise<Session> {
  const { email, password } = acme.organization.admin;
  const session = await signIn(acme, email, password);
  if (typeof session === 'number') throw new Error(`The administrator was refused with ${session}.`);
  return session;
}

export const postJson = (origin: string, path: string, body: unknown, headers: readonly string[] = []) =>
  send(origin, { method: 'POST', path, body, headers: ['Content-Type', 'application/json', ...headers] });

/** As somebody who is signed in. */
export const act = (acme: Target, { cookie }: Session, path: string, body: unknown = {}) =>
  postJson(acme.app.url, `/api/v1${path}`, body, ['Cookie', cookie]);

/** Whether `GET /api/v1/me`, the thing that must stop when access is cut, still answers. */
export async function isIn(origin: string, ...headers: string[]): Promise<boolean> {
  const { status } = await send(origin, { path: '/api/v1/me', headers });
  if (status !== 200 && status !== 401) throw new Error(`GET /api/v1/me answered ${status}.`);
  return status === 200;
}

export const PASSWORD = 'correct horse battery';

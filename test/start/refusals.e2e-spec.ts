import { createServer, type Server as NetServer } from 'node:net';
import { aFreePort, Place } from './support/server.js';

describe('what keeps it from starting', () => {
  let place: Place;
  beforeAll(async () => void (place = await Place.create()));
  afterAll(() => place.remove());

  const refusal = async (variables: Readonly<Record<string, string>>) => {
    const refused = place.spawn(variables);
    return { code: await refused.ended(), said: refused.err };
  };

  const oneSentence = (sentence: string) => ({ code: 1, said: `RuleForge cannot start. ${sentence}\n` });

  it('is a bad variable', async () => {
    expect(await refusal({ PORT: 'http' })).toEqual(oneSentence('PORT must be a whole number from 1 to 65535.'));
  });

  it('is a taken port, and then it has not touched anything', async () => {
    const other = await listenOn(place.port);
    const sentence = `Port ${place.port} of 127.0.0.1 is taken by another process: stop that one, or set PORT to another number.`;
    expect(await refusal({})).toEqual(oneSentence(sentence));
    expect(place.postgres()).toBeUndefined();
    other.close();
  });

  it('is an unreachable database, and it does not tell the password', async () => {
    const port = await aFreePort();
    const sentence = `The database main at 127.0.0.1:${port} (DATABASE_URL) cannot be used: nobody listens there.`;
    expect(await refusal({ DATABASE_URL: `postgres://ada:secret@127.0.0.1:${port}/main` })).toEqual(
      oneSentence(sentence),
    );
  });

  it('is a database that does not exist', async () => {
    const url = new URL(process.env['TEST_DATABASE_URL']!);
    url.pathname = '/nowhere';
    const { code, said } = await refusal({ DATABASE_URL: url.href });
    expect(code).toBe(1);
    expect(said).toContain(
      'The database nowhere at localhost (DATABASE_URL) cannot be used: it has no database of that name.',
    );
  });

  it('is another server on the same data', async () => {
    const first = await place.start();
    const sentence = `Another RuleForge process uses ${place.dataDirectory}: stop it, or name another directory in RULEFORGE_DATA_DIR.`;
    expect(await refusal({ PORT: String(await aFreePort()) })).toEqual(oneSentence(sentence));
    expect(await first.status('/health/ready')).toBe(200);
  });
});

const listenOn = (port: number) =>
  new Promise<NetServer>((resolve) => {
    const server = createServer().listen(port, '127.0.0.1', () => resolve(server));
  });

import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly model: string;
  readonly payload: AdapterPayload;
  readonly until: number;
}

/** Where the identity provider of the demo keeps sign-ins that are under way, sessions and grants: until the process ends. */
export function keepInMemory(): AdapterFactory {
  const all = new Map<string, Kept>();
  const find = (isIt: (kept: Kept) => boolean) =>
    Promise.resolve([...all.values()].find((kept) => kept.until > Date.now() && isIt(kept))?.payload);
  return (model): Adapter => {
    const keyOf = (id: string) => `${model} ${id}`;
    return {
      upsert(id, payload, expiresIn = Infinity) {
        all.set(keyOf(id), { model, payload, until: Date.now() + expiresIn * 1_000 });
        return Promise.resolve();
      },
      find: (id) => find((kept) => kept === all.get(keyOf(id))),
      findByUid: (uid) => find((kept) => kept.model === model && kept.payload.uid === uid),
      findByUserCode: (code) => find((kept) => kept.model === model && kept.payload.userCode === code),
      consume(id) {
        const kept = all.get(keyOf(id));
        if (kept) kept.payload.consumed = Math.floor(Date.now() / 1_000);
        return Promise.resolve();
      },
      destroy(id) {
        all.delete(keyOf(id));
        return Promise.resolve();
      },
      revokeByGrantId(grantId) {
        for (const [key, { payload }] of all) if (payload.grantId === grantId) all.delete(key);
        return Promise.resolve();
      },
    };
  };
}

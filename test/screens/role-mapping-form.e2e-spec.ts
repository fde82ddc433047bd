import type { FoundedOrganization } from '../../src/setup/organization-founder.js';
import { ADAPTERS, type RunningApplication } from '../support/running-application.js';
import { shareApplication } from '../support/share-application.js';

const MANY = 200;

describe.each(ADAPTERS)('the form of role mapping on %s', (adapter) => {
  let running: RunningApplication;
  let acme: FoundedOrganization;
  let cookie = '';
  beforeAll(async () => {
    running = await shareApplication(adapter);
    acme = await running.found();
    const { email, password } = acme.admin;
    const response = await send('/sign-in', new URLSearchParams({ email, password }));
    cookie = response.headers.get('set-cookie')!.split(';')[0]!;
  });

  const send = (path: string, body: URLSearchParams) =>
    fetch(`${running.url}${path}`, {
      method: 'POST',
      headers: { accept: 'text/html', cookie },
      body,
      redirect: 'manual',
    });
  const submit = (fields: readonly (readonly [string, string])[]) =>
    send(
      `/settings/identity/provisioning/${acme.scim.connectionId}/role-mapping`,
      new URLSearchParams(fields.map(([name, value]) => [name, value])),
    );
  const mapping = (name: string) => [
    ['group', JSON.stringify(['name', name, name])] as const,
    ['role', 'engineer'] as const,
    ['project', ''] as const,
  ];
  const names = Array.from({ length: MANY }, (_, index) => `Group ${index}`);

  it('carries a long draft from edit to edit, in its order', async () => {
    const response = await submit([...names.flatMap(mapping), ['defaultRole', 'reviewer'], ['do', 'move-up 1']]);
    expect(response.status).toBe(200);
    const html = await response.text();
    const drawn = Array.from(html.matchAll(/aria-label="Role of ([^"]+)"/g), ([, name]) => name);
    expect(drawn).toEqual(['Group 1', 'Group 0', ...names.slice(2)]);
    expect(html).toMatch(/<option value="reviewer" selected>/);
  });

  // Express reads no more than a thousand fields.
  if (adapter === 'fastify') {
    it('refuses one mapping too many, and keeps the others', async () => {
      const most = Array.from({ length: 500 }, (_, index) => `G${index}`).flatMap(mapping);
      const response = await submit([...most, ['defaultRole', 'engineer'], ['do', 'prepare'], ['value', 'More']]);
      expect(response.status).toBe(422);
      const html = await response.text();
      expect(html).toContain('A connection has 500 mappings at most.');
      expect(html).toContain('aria-label="Role of G499"');
      expect(html).not.toContain('aria-label="Role of More"');
    });
  }

  it.each([
    ['no button', [['defaultRole', 'engineer']]],
    [
      'a button that is none of ours',
      [
        ['defaultRole', 'engineer'],
        ['do', 'constructor'],
      ],
    ],
    ['no default role', [['do', 'show']]],
    [
      'Administrator by default',
      [
        ['defaultRole', 'administrator'],
        ['do', 'show'],
      ],
    ],
    [
      'a group that is no JSON',
      [
        ['defaultRole', 'engineer'],
        ['do', 'show'],
        ['group', '{'],
        ['role', 'engineer'],
      ],
    ],
    [
      'a group of no kind',
      [
        ['defaultRole', 'engineer'],
        ['do', 'add ["all","x","x"]'],
      ],
    ],
    [
      'a mapping without a role',
      [
        ['defaultRole', 'engineer'],
        ['do', 'preview'],
        ['group', '["name","x","x"]'],
      ],
    ],
  ] as const)('refuses %s', async (_, fields) => expect((await submit(fields)).status).toBe(400));

  it('searches what nobody can type', async () => {
    expect(
      (
        await submit([
          ['defaultRole', 'engineer'],
          ['do', 'show'],
          ['search', 'a\0\ud800%_'],
        ])
      ).status,
    ).toBe(200);
    const path = `/settings/identity/provisioning/${acme.scim.connectionId}/role-mapping?search=%00`;
    expect((await fetch(`${running.url}${path}`, { headers: { accept: 'text/html', cookie } })).status).toBe(200);
  });

  it('answers 422 to an Administrator by name, whoever made the form', async () => {
    const admin = [
      ['group', '["name","Admins","Admins"]'],
      ['role', 'administrator'],
      ['project', ''],
    ] as const;
    const response = await submit([...admin, ['defaultRole', 'engineer'], ['do', 'preview']]);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('Nothing becomes Administrator by a group’s name.');
  });

  it('is applied once, in the name of who sent it', async () => {
    const draft = [...mapping('Engineers'), ['defaultRole', 'reviewer']] as const;
    const html = await (await submit([...draft, ['do', 'preview']])).text();
    const token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const apply = () => submit([...draft, ['do', 'apply'], ['token', token]]);
    const applied = await apply();
    expect(applied.status).toBe(303);
    expect(applied.headers.get('location')).toMatch(/\/role-mapping\?applied=yes$/);
    expect((await apply()).status).toBe(422);
    const entries = await running.dataSource.query(
      `SELECT actor_kind, actor_name, details FROM audit_entries
       WHERE organization_id = $1 AND action = 'role_mappings.changed'`,
      [acme.organizationId],
    );
    expect(entries).toMatchObject([
      { actor_kind: 'member', actor_name: 'Recovery administrator', details: { to: { defaultRole: 'reviewer' } } },
    ]);
  });
});

import { AuditService } from '../../src/audit/audit.service.js';
import { Transactions } from '../../src/database/transactions.js';
import type { FoundedOrganization } from '../../src/setup/organization-founder.js';
import { onEachAdapter } from './support/road.js';
import { Visitor } from './support/visitor.js';

const OPERATOR = { kind: 'operator', id: 'shell', name: 'Shell', requestId: 'request-0001' } as const;
const EXPORT = '/governance/audit/export';

onEachAdapter((road) => {
  let acme: FoundedOrganization;
  let admin: Visitor;
  beforeAll(async () => {
    acme = await road.app.found({ name: 'Acme' });
    const globex = await road.app.found({ name: 'Globex' });
    await tell(acme, 'member', '=HYPERLINK("https://evil.test")', { role: { from: 'engineer', to: 'reviewer' } });
    await tell(acme, 'group', '<b>Leads</b>, "all"');
    await tell(globex, 'member', 'Ada of Globex');
    admin = await Visitor.signedIn(road.app.url, acme.admin);
  });

  const tell = ({ organizationId }: FoundedOrganization, kind: string, name: string, details = {}) => {
    const event = { organizationId, actor: OPERATOR, action: 'thing.told', subject: { kind, id: name, name }, details };
    return road.app.application
      .get(Transactions)
      .run((tx) => road.app.application.get(AuditService, { strict: false }).record(tx, event));
  };
  const query = (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
    road.app.dataSource.query(sql, values);
  const subjectsOf = (html: string) =>
    Array.from(html.matchAll(/entry__what">.*?<span class="line">(.*?)<\/span>/gs), ([, name]) => name);

  it('shows what happened, with what it was before, and nothing of another organization', async () => {
    const { status, html } = await admin.get('/governance/audit');
    expect(status).toBe(200);
    expect(html).toMatch(/<del>Engineer<\/del>.*<ins>Reviewer<\/ins>.*request-0001/s);
    expect(html).toContain('&lt;b>Leads&lt;/b>');
    expect(html).not.toContain('Globex');
  });

  it.each([
    ['text=lea', ['&lt;b>Leads&lt;/b>, &quot;all&quot;']],
    ['text=globex', []],
    ['entity=group&period=hour&text=', ['&lt;b>Leads&lt;/b>, &quot;all&quot;']],
    ['entity=&period=custom&from=2020-01-01T00%3A00&to=2020-01-02T00%3A00', []],
    ['entity=review', []],
  ])('finds by %s', async (filters, found) => {
    expect(subjectsOf((await admin.get(`/governance/audit?${filters}`)).html)).toEqual(found);
  });

  it.each([
    'entity=constructor',
    'period=year',
    'from=yesterday',
    'before=x',
    'found=50',
    'found=x',
    `text=${'x'.repeat(201)}`,
  ])('refuses %s', async (filters) => expect((await admin.get(`/governance/audit?${filters}`)).status).toBe(400));

  it('is exported as CSV in which no cell is a formula', async () => {
    const { status, headers, html: csv } = await admin.post(EXPORT, { format: 'csv', text: 'thing' });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="audit-\d{4}-\d\d-\d\d\.csv"$/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(csv.trimEnd().split('\r\n')).toHaveLength(3);
    expect(csv).toMatch(/^\uFEFF?at,action,actor_kind,/);
    expect(csv).toContain(`,"'=HYPERLINK(""https://evil.test"")",`);
    expect(csv).not.toContain('Globex');
  });

  it('is exported as JSON, and the export is an entry', async () => {
    const { html: json } = await admin.post(EXPORT, { format: 'json', text: 'thing', entity: 'member' });
    expect(JSON.parse(json)).toMatchObject([
      { action: 'thing.told', subject_name: '=HYPERLINK("https://evil.test")', request_id: 'request-0001' },
    ]);
    expect(JSON.parse((await admin.post(EXPORT, { format: 'json', entity: 'case' })).html)).toEqual([]);
    const [entry] = await query('SELECT * FROM audit_entries WHERE organization_id = $1 ORDER BY id DESC LIMIT 1', [
      acme.organizationId,
    ]);
    expect(entry).toMatchObject({ action: 'audit.exported', details: { format: 'json', entity: 'case' } });
  });

  it('is looked through, and exported, to the last entry, however many there are', async () => {
    const hooli = await road.app.found({ name: 'Hooli' });
    await query(
      `INSERT INTO audit_entries (organization_id, id, actor_kind, actor_id, actor_name, action, subject_kind, subject_id,
         subject_name)
       SELECT $1, uuid_v7(), 'system', 's', 'System', 'thing.counted', 'case', n,
         CASE WHEN n = 10 THEN 'Even and odd' WHEN n % 2 = 0 THEN 'Even' ELSE 'Odd' END || ' case'
       FROM generate_series(1, 6000) n`,
      [hooli.organizationId],
    );
    const visitor = await Visitor.signedIn(road.app.url, hooli.admin);
    const { html } = await visitor.get('/governance/audit?text=even+odd&entity=case');
    expect(html).toMatch(/role="status">0 entries so far<.*Looked back to <time/s);
    expect(html).not.toContain('Nothing matches');
    const further = /<a href="([^"]*)">Look further back/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    expect(further).toMatch(/^\/governance\/audit\?text=even\+odd&entity=case&before=[-0-9a-f]+&found=0$/);
    const rest = (await visitor.get(further!)).html;
    expect(subjectsOf(rest)).toEqual(['Even and odd case']);
    expect(rest).toContain('role="status">1 entry<');
    expect(rest).not.toContain('Look further back');
    const ids = async (text: string) => {
      const file = await visitor.post(EXPORT, { format: 'json', entity: 'case', text });
      return new Set((JSON.parse(file.html) as { id: string }[]).map(({ id }) => id)).size;
    };
    expect(await Promise.all([ids('even odd'), ids('')])).toEqual([1, 6_000]);
  });

  it('is for who may see it', async () => {
    await query(`UPDATE members SET role = 'reviewer' WHERE organization_id = $1`, [acme.organizationId]);
    expect((await admin.get('/governance/audit')).status).toBe(403);
    expect((await admin.post(EXPORT, { format: 'csv' })).status).toBe(403);
    expect((await admin.get('/settings/members')).html).not.toContain('/governance/audit');
    await query(`UPDATE members SET role = 'administrator' WHERE organization_id = $1`, [acme.organizationId]);
  });
});

import { tellDetails } from './tell-details.js';

const change = (name: string, before: string, after: string) => ({ name, change: { before, after } });
const ENDED = { sessionsEnded: 0, apiKeysRevoked: 0, invitationsWithdrawn: 0 };

describe('details of an entry, told', () => {
  it.each([
    [{}, []],
    [{ by: 'password', seats: null }, [{ name: 'By', value: 'password' }]],
    [{ role: { from: 'engineer', to: 'read_only' } }, [change('Role', 'Engineer', 'Read only')]],
    [{ email: { from: null, to: 'a@b.test' } }, [change('E-mail', '—', 'a@b.test')]],
    [{ changed: ['name', 'title'] }, [{ name: 'Changed', value: 'name, title' }]],
    [
      { name: 'active', userName: 'read_only' },
      [
        { name: 'Name', value: 'active' },
        { name: 'User name', value: 'read_only' },
      ],
    ],
    [{ from: { name: 'A', strict: false }, to: { name: 'B', strict: false } }, [change('Name', 'A', 'B')]],
    [
      { events: 0, adopts: false },
      [
        { name: 'Events', value: '0' },
        { name: 'Takes over members who were here before', value: 'no' },
      ],
    ],
    [{ invented: { part: 1 } }, [{ name: 'invented', value: 'part: 1' }]],
  ])('of %j are %j', (details, told) => expect(tellDetails(details, 'en')).toEqual(told));

  it.each([
    [
      {
        from: { defaultRole: 'read_only', mappings: [] },
        to: {
          defaultRole: 'reviewer',
          mappings: [
            { group: { by: 'name', value: 'Leads' }, role: 'engineer' },
            { group: { by: 'id', value: 'g1' }, role: 'reviewer', projectId: 'p1' },
          ],
        },
      },
      [
        change('Papel padrão', 'Somente leitura', 'Revisor'),
        change(
          'Mapeamentos',
          '—',
          'Grupo: grupo de nome Leads, Papel: Engenheiro; Grupo: grupo g1, Papel: Revisor, Projeto: p1',
        ),
      ],
    ],
    [
      { projectRoles: { from: [], to: [{ project: 'p1', role: 'engineer' }] }, reason: 'group' },
      [
        change('Papéis em projetos', '—', 'Projeto: p1, Papel: Engenheiro'),
        { name: 'Motivo', value: 'de um grupo do diretório' },
      ],
    ],
    [
      { project: { id: 'p1', name: 'Nuvem' }, role: { from: null, to: 'engineer' }, reason: 'manual' },
      [
        { name: 'Projeto', value: 'Nuvem' },
        change('Papel', '—', 'Engenheiro'),
        { name: 'Motivo', value: 'definido manualmente' },
      ],
    ],
    [
      { added: { total: 2, ids: ['a', 'b'] }, removed: { total: 0, ids: [] }, method: 'PUT' },
      [
        { name: 'Adicionados', value: '2 (a, b)' },
        { name: 'Retirados', value: '0' },
        { name: 'Método', value: 'PUT' },
      ],
    ],
    [
      { connectionId: 'c1', access: 'read', expiresAt: '2027-02-22T18:48:00.000Z' },
      [
        { name: 'Conexão', value: 'c1' },
        { name: 'Acesso', value: 'somente leitura' },
        { name: 'Termina', value: '22 de fev. de 2027, 18:48' },
      ],
    ],
    [
      { connectionId: 'c1', from: ['k1'], to: ['k2'] },
      [{ name: 'Conexão', value: 'c1' }, change('Chaves', 'k1', 'k2')],
    ],
    [
      { from: { name: 'A', trustsEmail: false }, to: { name: 'A', trustsEmail: true }, secretChanged: true },
      [change('Confia em endereços não verificados', 'não', 'sim'), { name: 'Segredo alterado', value: 'sim' }],
    ],
    [
      {
        from: { kind: 'webhook', state: 'active', types: null },
        to: { kind: 'webhook', state: 'paused', types: ['member.created'] },
      },
      [change('Estado', 'ativo', 'pausado'), change('Avisa de', '—', 'membro criado')],
    ],
    [
      { members: 'unmanage', active: 3 },
      [
        { name: 'Membros', value: 'gerenciados manualmente' },
        { name: 'Ativos', value: '3' },
      ],
    ],
    [
      { by: 'oidc', reason: 'emailUnverified' },
      [
        { name: 'Por', value: 'provedor de identidade' },
        { name: 'Motivo', value: 'endereço não verificado' },
      ],
    ],
    [
      { reason: 'connection_removed', ...ENDED },
      [
        { name: 'Motivo', value: 'conexão removida' },
        { name: 'Sessões encerradas', value: '0' },
        { name: 'Chaves de API revogadas', value: '0' },
        { name: 'Convites retirados', value: '0' },
      ],
    ],
    [{ language: { from: 'en', to: 'pt' } }, [change('Idioma', 'English', 'Português')]],
    [
      { format: 'csv', period: 'week', from: '2026-01-01' },
      [
        { name: 'Formato', value: 'csv' },
        { name: 'Período', value: 'última semana' },
        { name: 'De', value: '2026-01-01' },
      ],
    ],
  ])('of %j are %j in Portuguese', (details, told) => expect(tellDetails(details, 'pt')).toEqual(told));
});

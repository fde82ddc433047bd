import { tellDetails } from './tell-details.js';

describe('details of an entry, told', () => {
  it.each([
    [{}, []],
    [{ by: 'password', seats: null }, [{ name: 'by', value: 'password' }]],
    [
      { role: { from: 'engineer', to: 'reviewer' } },
      [{ name: 'role', change: { before: 'engineer', after: 'reviewer' } }],
    ],
    [{ email: { from: null, to: 'a@b.test' } }, [{ name: 'email', change: { before: '—', after: 'a@b.test' } }]],
    [
      { mappings: { from: [], to: [{ role: 'a', group: { by: 'id' } }, { role: 'b' }] } },
      [{ name: 'mappings', change: { before: '—', after: 'role a, group by id; role b' } }],
    ],
    [{ changed: ['name', 'title'] }, [{ name: 'changed', value: 'name, title' }]],
    [{ added: { total: 1, ids: ['x'] } }, [{ name: 'added', value: 'total 1, ids x' }]],
    [
      { from: { name: 'A', strict: false }, to: { name: 'B', strict: false } },
      [{ name: 'name', change: { before: 'A', after: 'B' } }],
    ],
    [
      { count: 0, on: false },
      [
        { name: 'count', value: '0' },
        { name: 'on', value: 'false' },
      ],
    ],
  ])('of %j are %j', (details, told) => expect(tellDetails(details)).toEqual(told));
});

import { toProfileLines } from './profile-lines.js';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

describe('toProfileLines', () => {
  it('makes a line of every value', () => {
    const profile = {
      displayName: 'Ada',
      title: '',
      name: { givenName: 'Ada', familyName: 'Lovelace' },
      emails: [
        { value: 'ada@acme.test', type: 'work', primary: true },
        { value: 'a@home.test', primary: false },
      ],
      [ENTERPRISE]: { department: 'R&D', manager: { value: 'm1', displayName: 'Grace' } },
    };
    expect(toProfileLines(profile).map(({ name, value }) => `${name}=${value}`)).toEqual([
      'displayName=Ada',
      'name.givenName=Ada',
      'name.familyName=Lovelace',
      'emails=ada@acme.test (work, primary)',
      'emails=a@home.test',
      `${ENTERPRISE}:department=R&D`,
      `${ENTERPRISE}:manager.value=m1`,
      `${ENTERPRISE}:manager.displayName=Grace`,
    ]);
  });

  it('shows whatever a list may hold', () => {
    const lines = toProfileLines({ x: ['a', 1, { display: 'b' }, null] });
    expect(lines.map(({ value }) => value)).toEqual(['a', '1', '(b)', 'null']);
  });
});

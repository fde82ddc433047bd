import type { ScimComplex } from '../core/resource/resource.js';
import { ENTERPRISE_USER_SCHEMA } from '../core/schema/enterprise-user-schema.js';
import { userResourceType } from '../core/schema/user-resource-type.js';
import { toUserRecord } from './to-user-record.js';

const TYPE = userResourceType([ENTERPRISE_USER_SCHEMA]);
const NAME = { givenName: 'Ada', familyName: 'Lovelace' };

describe('toUserRecord', () => {
  it('keeps apart what has a column, and folds what is compared', () => {
    const record = toUserRecord({ userName: 'ADA', externalId: 'X', active: false, title: 'Countess' }, TYPE);
    const columns = { user_name: 'ADA', user_name_key: 'ada', external_id: 'X', active: false };
    expect(record).toMatchObject({ ...columns, profile: '{"title":"Countess"}' });
    expect(JSON.parse(String(record['search']))).toMatchObject({ title: 'countess' });
  });

  it('leaves out what is read-only, also within an extension', () => {
    const manager = { value: '1', displayName: 'Boss' };
    const attributes = { userName: 'ada', groups: [{ value: '1' }], [ENTERPRISE_USER_SCHEMA.id]: { manager } };
    const { profile } = toUserRecord(attributes, TYPE);
    expect(JSON.parse(String(profile))).toEqual({ [ENTERPRISE_USER_SCHEMA.id]: { manager: { value: '1' } } });
  });

  it.each<[ScimComplex, string]>([
    [{ displayName: 'Countess', name: NAME }, 'Countess'],
    [{ name: { ...NAME, formatted: 'A. Lovelace' } }, 'A. Lovelace'],
    [{ displayName: ' ', name: NAME }, 'Ada Lovelace'],
    [{ name: { familyName: 'Lovelace' } }, 'Lovelace'],
    [{}, 'ada'],
  ])('shows groups %j as %s', (attributes, display) => {
    expect(toUserRecord({ userName: 'ada', ...attributes }, TYPE)).toMatchObject({ display });
  });
});

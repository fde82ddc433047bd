import { Domain } from '../domain/domain.js';
import { RoleOffice } from '../domain/role-office.js';

/** What was asked while somebody else held it longer than one waits; each attempt is counted, also where it is undone. */
const HELD = `
  CREATE SEQUENCE attempts;
  CREATE FUNCTION wait_in_vain() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM nextval('attempts'); RAISE lock_not_available; END $$;
  CREATE TRIGGER held_arrival BEFORE INSERT ON members FOR EACH ROW WHEN (NEW.user_name = 'held')
    EXECUTE FUNCTION wait_in_vain();
  CREATE TRIGGER held_member BEFORE UPDATE ON members FOR EACH ROW WHEN (NEW.user_name = 'kept')
    EXECUTE FUNCTION wait_in_vain();
  CREATE TRIGGER held_group BEFORE UPDATE ON scim_groups FOR EACH ROW WHEN (NEW.display_name = 'Held')
    EXECUTE FUNCTION wait_in_vain()`;

const DONE = { status: 'fulfilled' };
const OUT_OF_REACH = { status: 'rejected', reason: { code: '55P03' } };

describe('those who are served together', () => {
  let domain: Domain;
  beforeAll(async () => {
    domain = await Domain.open();
    await domain.query(HELD);
  });
  afterAll(() => domain.close());

  it('arrive, but for the one who cannot', async () => {
    const acme = await domain.anOrganization();
    const outcomes = await Promise.allSettled(['ada', 'held', 'bob', 'cyd'].map((name) => acme.provision(name)));
    expect(outcomes).toMatchObject([DONE, OUT_OF_REACH, DONE, DONE]);
    expect(await acme.count()).toMatchObject({ listed: 3 });
  });

  it('are changed, but for the one who cannot be', async () => {
    const acme = await domain.anOrganization();
    const people = await Promise.all(['ada', 'kept', 'bob'].map((name) => acme.provision(name)));
    const outcomes = await Promise.allSettled(
      people.map((person) => acme.directory.replace(acme.scope, person, { ...person.attributes, title: 'Engineer' })),
    );
    expect(outcomes).toMatchObject([DONE, OUT_OF_REACH, DONE]);
  });

  it('come to a group without waiting over and over for another that is out of reach', async () => {
    const office = await RoleOffice.open(await domain.anOrganization());
    const people = await office.provision('ada', 'bob', 'cyd', 'dan');
    const [held, free] = [await office.create('Held'), await office.create('Free')];
    const before = await attempts();
    const outcomes = await Promise.allSettled(
      [held, free].flatMap(({ id }) => people.map((person) => office.change(id, [person]))),
    );
    expect(outcomes).toMatchObject([...people.map(() => OUT_OF_REACH), ...people.map(() => DONE)]);
    expect(await office.memberIds(free.id)).toEqual([...people].sort());
    // The first alone, those who came meanwhile together, one of them alone.
    expect((await attempts()) - before).toBe(3);
  });

  const attempts = async () => Number((await domain.query('SELECT last_value FROM attempts'))[0]!['last_value']);
});

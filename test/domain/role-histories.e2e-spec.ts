import fc from 'fast-check';
import { RoleFromGroup } from '../../src/members/member-errors.js';
import type { Role } from '../../src/members/roles.js';
import { PROJECT_ROLES, type RoleInProject } from '../../src/projects/project.js';
import type { RolePreview } from '../../src/provisioning/roles/role-preview.js';
import { Domain } from './domain.js';
import { RoleBook } from './role-book.js';
import { mapping, RoleOffice } from './role-office.js';

const GROUPS = ['Engineers', 'Leads', 'Cloud'] as const;
const MEMBERS = ['ada', 'bob', 'cyd', 'dan'] as const;
const BY_HAND = 'dan';

type GroupName = (typeof GROUPS)[number];
type MemberName = (typeof MEMBERS)[number];

interface Wish {
  readonly group: GroupName;
  readonly role: Role;
  readonly project: 0 | 1 | undefined;
}

type Step =
  | { readonly kind: 'create'; readonly group: GroupName; readonly members: readonly MemberName[] }
  | { readonly kind: 'delete'; readonly group: GroupName }
  | { readonly kind: 'move'; readonly group: GroupName; readonly add: MemberName; readonly remove: MemberName }
  | { readonly kind: 'map'; readonly wishes: readonly Wish[]; readonly defaultRole: RoleInProject }
  | { readonly kind: 'role'; readonly member: MemberName; readonly role: Role }
  | { readonly kind: 'place'; readonly member: MemberName; readonly project: 0 | 1; readonly role?: RoleInProject }
  | { readonly kind: 'activate'; readonly member: MemberName; readonly active: boolean }
  | { readonly kind: 'adopt' };

const group = fc.constantFrom(...GROUPS);
const member = fc.constantFrom(...MEMBERS);
const role = fc.constantFrom<Role>('administrator', ...PROJECT_ROLES);
const projectRole = fc.constantFrom(...PROJECT_ROLES);
const project = fc.constantFrom(0 as const, 1 as const);
const wish: fc.Arbitrary<Wish> = fc.oneof(
  fc.record({ group, role, project: fc.constant(undefined) }),
  fc.record({ group, role: projectRole, project }),
);
const wishes = fc.uniqueArray(wish, {
  maxLength: 5,
  selector: ({ group, role, project }) => `${group} ${project === undefined ? '' : `${project} ${role}`}`,
});

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('create' as const), group, members: fc.uniqueArray(member) }),
  fc.record({ kind: fc.constant('delete' as const), group }),
  fc.record({ kind: fc.constant('move' as const), group, add: member, remove: member }),
  fc.record({ kind: fc.constant('map' as const), wishes, defaultRole: projectRole }),
  fc.record({ kind: fc.constant('role' as const), member, role }),
  fc.record(
    { kind: fc.constant('place' as const), member, project, role: projectRole },
    { requiredKeys: ['kind', 'member', 'project'] },
  ),
  fc.record({ kind: fc.constant('activate' as const), member, active: fc.boolean() }),
  fc.record({ kind: fc.constant('adopt' as const) }),
);

describe('whatever happens, in whatever order', () => {
  let domain: Domain;
  beforeAll(async () => {
    domain = await Domain.open();
  });
  afterAll(() => domain.close());

  it('every member ends with the roles that the rules say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const history = await History.begin(domain);
        for (const next of steps) {
          await history.take(next);
          expect(await history.found()).toEqual(history.expected());
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});

/** An office where things happen, and a book that knows what must come of them. */
class History {
  private readonly ids = new Map<string, string>();
  private readonly groupIds = new Map<GroupName, string>();
  private readonly projects: string[] = [];
  private readonly book = new RoleBook();

  private constructor(private readonly office: RoleOffice) {}

  static async begin(domain: Domain): Promise<History> {
    const history = new History(await RoleOffice.open(await domain.anOrganization()));
    await history.people();
    return history;
  }

  private async people(): Promise<void> {
    for (const name of MEMBERS) {
      const { acme } = this.office;
      const byHand = name === BY_HAND;
      const id = byHand ? await acme.addByHand(`${name}@${acme.id}.test`) : (await acme.provision(name)).id;
      this.ids.set(name, id);
      this.book.join(id, byHand ? 'engineer' : null, !byHand);
    }
    for (const name of ['Cloud', 'Host']) this.projects.push((await this.office.addProject(name)).id);
    this.projects.sort();
  }

  async take(step: Step): Promise<void> {
    switch (step.kind) {
      case 'create':
        return this.create(step);
      case 'delete':
        return this.remove(step.group);
      case 'move':
        return this.move(step);
      case 'map':
        return this.map(step);
      case 'role':
        return this.changeRole(this.id(step.member), step.role);
      case 'place': {
        const projectId = this.projects[step.project]!;
        this.book.place(this.id(step.member), projectId, step.role);
        return this.office.place(projectId, this.id(step.member), step.role);
      }
      case 'activate':
        if (step.member !== BY_HAND) {
          await this.office.acme.change(this.id(step.member), (before) => ({ ...before, active: step.active }));
        }
        return undefined;
      case 'adopt':
        if (!this.book.get(this.id(BY_HAND)).managed) await this.office.adopt(this.id(BY_HAND));
        this.book.get(this.id(BY_HAND)).managed = true;
        return undefined;
      default:
        return step satisfies never;
    }
  }

  private async create({ group, members }: Extract<Step, { kind: 'create' }>): Promise<void> {
    if (this.groupIds.has(group)) return;
    const ids = members.map((name) => this.id(name));
    const { id } = await this.office.create(group, ids, `x-${group}`);
    this.groupIds.set(group, id);
    this.book.arrive(group, id, ids);
  }

  private async remove(group: GroupName): Promise<void> {
    const id = this.groupIds.get(group);
    if (id === undefined) return;
    await this.office.remove(id);
    this.groupIds.delete(group);
    this.book.leave(id);
  }

  private async move({ group, add, remove }: Extract<Step, { kind: 'move' }>): Promise<void> {
    const id = this.groupIds.get(group);
    if (id === undefined || add === remove) return;
    await this.office.change(id, [this.id(add)], [this.id(remove)]);
    this.book.move(id, this.id(add), this.id(remove));
  }

  private async map({ wishes, defaultRole }: Extract<Step, { kind: 'map' }>): Promise<void> {
    const rules = wishes.map(({ group, role, project }) => {
      const id = this.groupIds.get(group);
      const projectId = project === undefined ? undefined : this.projects[project]!;
      const by = id !== undefined ? 'id' : role === 'administrator' ? 'externalId' : 'name';
      const value = { id: id ?? '', name: group, externalId: `x-${group}` }[by];
      return { mapping: mapping(value, role, { by, ...(projectId === undefined ? {} : { projectId }) }), group, id };
    });
    const before = this.expected();
    const preview = await this.office.map(
      rules.map((rule) => rule.mapping),
      defaultRole,
    );
    this.book.write(
      defaultRole,
      rules.map(({ group, id, mapping: { role, projectId } }) => ({ group, groupId: id, role, projectId })),
    );
    const after = this.expected();
    const changed = after.filter(({ role, projectRoles }, index) => {
      const old = before[index]!;
      return role !== old.role || JSON.stringify(projectRoles) !== JSON.stringify(old.projectRoles);
    });
    expect(previewedIds(preview)).toEqual(changed.map(({ id }) => id).sort());
  }

  private async changeRole(id: string, role: Role): Promise<void> {
    const { roleGroupId } = this.book.rolesOf(id);
    const change = this.office.changeRole(id, role);
    if (roleGroupId !== null) return expect(change).rejects.toThrow(RoleFromGroup);
    await change;
    this.book.get(id).manualRole = role;
  }

  expected = () => [...this.ids.values()].map((id) => ({ id, ...this.book.rolesOf(id) }));

  found = () =>
    Promise.all(
      [...this.ids.values()].map(async (id) => {
        const { role, roleGroupId, projectRoles } = await this.office.rolesOf(id);
        return { id, role, roleGroupId, projectRoles };
      }),
    );

  private id = (name: MemberName) => this.ids.get(name)!;
}

const previewedIds = ({ becomeAdministrator, ceaseAdministrator, gain, lose, inProjects }: RolePreview) =>
  [becomeAdministrator, ceaseAdministrator, gain, lose, inProjects]
    .flatMap(({ members }) => members.map(({ id }) => id))
    .sort();

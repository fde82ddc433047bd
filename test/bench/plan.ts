import {
  createUsers,
  findByUserName,
  listFirstPage,
  patchUsers,
  readUsers,
  walkLastTenth,
} from './load/user-operations.js';
import { moveManyMembers, moveOneMember, readGroupWithoutMembers } from './load/group-operations.js';
import { GROUP_SIZES } from './population/groups.js';
import { figuresOf, speedRatioOf } from './measure/figures.js';
import type { Series, Target } from './measure/series.js';
import { walk } from './measure/walk.js';
import type { Stage } from './stage.js';

/** What is measured, and what was promised of it. */
export function planOf({ app, floor, groups, tenants: { growing, small, large, grouped } }: Stage): readonly Series[] {
  return [
    {
      name: 'create',
      contenders: {
        app: { server: app, tenant: growing, operation: createUsers },
        floor: { server: floor, tenant: growing, operation: createUsers },
      },
      targets: [atLeast(0.6, 'create', 'app', 'floor')],
    },
    {
      name: 'read',
      contenders: {
        app: { server: app, tenant: large, operation: readUsers(large) },
        floor: { server: floor, tenant: large, operation: readUsers(large) },
      },
      targets: [atLeast(0.7, 'read by id', 'app', 'floor')],
    },
    {
      name: 'find',
      contenders: {
        'app, 1 000': { server: app, tenant: small, operation: findByUserName(small) },
        'floor, 1 000': { server: floor, tenant: small, operation: findByUserName(small) },
        'app, 100 000': { server: app, tenant: large, operation: findByUserName(large) },
        'floor, 100 000': { server: floor, tenant: large, operation: findByUserName(large) },
      },
      targets: [
        atLeast(0.6, 'userName eq at 1 000', 'app, 1 000', 'floor, 1 000'),
        atLeast(0.6, 'userName eq at 100 000', 'app, 100 000', 'floor, 100 000'),
        atMost(1.2, 'userName eq at 100 000, against 1 000', 'app, 100 000', 'app, 1 000'),
      ],
    },
    {
      name: 'list',
      prepare: () => walk(app, large),
      contenders: {
        'app, first': { server: app, tenant: large, operation: listFirstPage },
        'app, deep': { server: app, tenant: large, operation: walkLastTenth(large) },
        'floor, first': { server: floor, tenant: large, operation: listFirstPage },
      },
      targets: [
        cpuAtMost(3, 'first page of 100', 'app, first'),
        cpuAtMost(3, 'deep page of 100', 'app, deep'),
        atMost(1.3, 'deep page, against the first', 'app, deep', 'app, first'),
      ],
    },
    {
      name: 'patch',
      contenders: {
        app: { server: app, tenant: large, operation: patchUsers(large) },
        floor: { server: floor, tenant: large, operation: patchUsers(large) },
      },
      targets: [atLeast(0.5, 'patch', 'app', 'floor')],
    },
    {
      name: 'member',
      contenders: {
        ...Object.fromEntries(
          GROUP_SIZES.map((size) => [
            `app, of ${size}`,
            { server: app, tenant: grouped, operation: moveOneMember(grouped, groups[size]) },
          ]),
        ),
        'floor, of 100000': { server: floor, tenant: grouped, operation: moveOneMember(grouped, groups[100_000]) },
      },
      targets: [
        atLeast(0.6, 'one member more or less in a group of 100 000', 'app, of 100000', 'floor, of 100000'),
        atMost(1.3, 'one member of 100 000, against one of 10', 'app, of 100000', 'app, of 10'),
      ],
    },
    {
      name: 'members',
      contenders: {
        'app, 200 at once': { server: app, tenant: grouped, operation: moveManyMembers(grouped, groups[10_000], 200) },
      },
      targets: [],
    },
    {
      name: 'group',
      contenders: {
        'app, of 100000': { server: app, tenant: grouped, operation: readGroupWithoutMembers(groups[100_000]) },
        'app, a User': { server: app, tenant: grouped, operation: readUsers(grouped) },
      },
      targets: [atMost(1.2, 'a group of 100 000 without members, against a User', 'app, of 100000', 'app, a User')],
    },
  ];
}

const atLeast = (limit: number, what: string, name: string, floor: string): Target => ({
  promise: `${what}: operations per second`,
  bound: 'least',
  limit,
  unit: '× the floor',
  measure: (rounds) => speedRatioOf(rounds[name]!, rounds[floor]!),
});

const atMost = (limit: number, what: string, name: string, other: string): Target => ({
  promise: `${what}: time a request`,
  bound: 'most',
  limit,
  unit: '× the other',
  measure: (rounds) => speedRatioOf(rounds[other]!, rounds[name]!),
});

const cpuAtMost = (limit: number, what: string, name: string): Target => ({
  promise: `${what}: CPU of both servers`,
  bound: 'most',
  limit,
  unit: 'ms',
  measure(rounds) {
    const { nodeMs, postgresMs } = figuresOf(rounds[name]!);
    return nodeMs + postgresMs;
  },
});

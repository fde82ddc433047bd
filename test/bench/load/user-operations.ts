import { markOf, userNameOf, userOf } from '../population/person.js';
import { FIRST_NEWCOMER, type Tenant } from '../population/tenant.js';
import type { BenchRequest, Operation } from './bench-request.js';

/** Nobody is ever created twice, nor changed to what they were: each use of a number is its last. */
let used = FIRST_NEWCOMER;

export const createUsers: Operation = {
  *requests() {
    for (;;) yield { method: 'POST', path: '/Users', body: userOf(used++), expectedStatus: 201 };
  },
};

/** So many with one request. */
export function createUsersInBulk(count: number): BenchRequest {
  const Operations = Array.from({ length: count }, (_, index) => ({
    ...{ method: 'POST', path: '/Users', bulkId: String(index) },
    data: userOf(used++),
  }));
  const body = { schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'], Operations };
  return { method: 'POST', path: '/Bulk', body, expectedStatus: 200 };
}

export const readUsers = ({ ids }: Tenant): Operation => ({
  *requests() {
    for (;;) yield { method: 'GET', path: `/Users/${ids[anyOf(ids.length)]!}`, expectedStatus: 200 };
  },
});

export const findByUserName = ({ ids, firstPerson }: Tenant): Operation => ({
  *requests() {
    for (;;) {
      const filter = encodeURIComponent(`userName eq "${userNameOf(firstPerson + anyOf(ids.length))}"`);
      yield { method: 'GET', path: `/Users?filter=${filter}`, expectedStatus: 200 };
    }
  },
});

/** A member, a search term and an audit entry. No two workers change the same User. */
export const patchUsers = ({ ids, firstPerson }: Tenant): Operation => ({
  *requests(worker, workers) {
    for (;;) {
      const index = anyOf(Math.floor(ids.length / workers)) * workers + worker;
      yield patchUser(ids[index]!, firstPerson + index);
    }
  },
});

/** A new displayName and title of a person. */
export function patchUser(id: string, person: number): BenchRequest {
  const change = used++;
  const Operations = [
    { op: 'replace', path: 'displayName', value: `Ada${change} ${markOf(person)}` },
    { op: 'replace', path: 'title', value: `Engineer of rank ${change}` },
  ];
  const body = { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations };
  return { method: 'PATCH', path: `/Users/${id}`, body, expectedStatus: 200 };
}

export const deleteUser = (id: string): BenchRequest => ({
  method: 'DELETE',
  path: `/Users/${id}`,
  expectedStatus: 204,
});

export const PAGE = 100;

export const listFirstPage: Operation = {
  *requests() {
    for (;;) yield pageAt(1);
  },
};

/** Walks the last tenth of the list page by page, over and over. */
export const walkLastTenth = ({ ids }: Tenant): Operation => ({
  *requests() {
    for (;;) {
      for (let startIndex = ids.length * 0.9 + 1; startIndex <= ids.length; startIndex += PAGE)
        yield pageAt(startIndex);
    }
  },
});

export const pageAt = (startIndex: number) =>
  ({ method: 'GET', path: `/Users?startIndex=${startIndex}&count=${PAGE}`, expectedStatus: 200 }) as const;

const anyOf = (count: number) => Math.floor(Math.random() * count);

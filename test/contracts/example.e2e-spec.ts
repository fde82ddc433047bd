import {
  AUDIT_TRAIL_CONTRACT,
  GROUP_MEMBERSHIP_CONTRACT,
  TRANSACTIONS_CONTRACT,
  USER_DIRECTORY_CONTRACT,
  type UserDirectoryHost,
} from '@ruleforge/scim/testing';
import { Example } from './support/example.js';
import { itKeeps } from './support/keep.js';

describe('the example application keeps what the ports promise', () => {
  let example: Example;
  beforeAll(async () => void (example = await Example.start()));
  afterAll(() => example.stop());

  describe('UserDirectory', () =>
    itKeeps<UserDirectoryHost>(USER_DIRECTORY_CONTRACT, () => example, {
      addHidden: 'nobody is hidden here',
      fillSeats: 'there are no seats here',
    }));
  describe('Transactions', () => itKeeps(TRANSACTIONS_CONTRACT, () => example));
  describe('AuditTrail', () => itKeeps(AUDIT_TRAIL_CONTRACT, () => example));
  describe('GroupMembershipListener', () => itKeeps(GROUP_MEMBERSHIP_CONTRACT, () => example));
});

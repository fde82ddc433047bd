import {
  ACTIVITY_CONTRACT,
  AUDIT_TRAIL_CONTRACT,
  GROUP_MEMBERSHIP_CONTRACT,
  TRANSACTIONS_CONTRACT,
  USER_DIRECTORY_CONTRACT,
} from '@ruleforge/scim/testing';
import { itKeeps } from './support/keep.js';
import { RuleForge } from './support/ruleforge.js';

describe('RuleForge keeps what the ports promise', () => {
  let host: RuleForge;
  beforeAll(async () => void (host = await RuleForge.open()));
  afterAll(() => host.close());

  describe('UserDirectory', () => itKeeps(USER_DIRECTORY_CONTRACT, () => host));
  describe('Transactions', () => itKeeps(TRANSACTIONS_CONTRACT, () => host));
  describe('AuditTrail', () => itKeeps(AUDIT_TRAIL_CONTRACT, () => host));
  describe('GroupMembershipListener', () => itKeeps(GROUP_MEMBERSHIP_CONTRACT, () => host));
  describe('ActivityListener', () => itKeeps(ACTIVITY_CONTRACT, () => host.activity));
});

import { can, ROLE_LABELS, ROLES } from './roles.js';

describe('roles', () => {
  it('have the labels of the product, in its order', () => {
    expect(ROLES.map((role) => ROLE_LABELS[role])).toEqual([
      'Administrator',
      'Security content lead',
      'Reviewer',
      'Engineer',
      'Read only',
    ]);
  });

  it('leave members and identity to administrators', () => {
    expect(ROLES.filter((role) => can(role, 'member:manage'))).toEqual(['administrator']);
    expect(ROLES.filter((role) => can(role, 'identity_provider:manage'))).toEqual(['administrator']);
    expect(ROLES.filter((role) => can(role, 'audit:view'))).toEqual(['administrator', 'security_content_lead']);
  });
});

import { IsBoolean, IsOptional } from 'class-validator';
import { RoleRules } from '../provisioning/roles/role-rules.js';
import { IsText } from './is-text.decorator.js';

export class ApplyRoleRulesDto extends RoleRules {
  /** The one of the preview that is to be applied. */
  @IsText(1, 100)
  readonly token!: string;

  /** That groups which the rules map to Administrator are meant to be. */
  @IsOptional()
  @IsBoolean()
  readonly confirmAdministrator?: boolean;
}

export class ListRoleMappingsDto {
  /** Part of the names of the unmapped groups. */
  @IsOptional()
  @IsText(0, 200)
  readonly search?: string;
}

import { IsIn, IsString, Length } from 'class-validator';
import { ROLES, type Role } from '../../members/roles.js';
import { PASSWORD_LENGTH } from '../../users/passwords.js';
import { IsName } from '../../web/page/is-name.decorator.js';

/** *Create access manually*. */
export class NewMemberForm {
  @IsString()
  @Length(3, 254)
  readonly email: string = '';

  @IsName()
  readonly name: string = '';

  @IsString()
  @Length(PASSWORD_LENGTH.min, PASSWORD_LENGTH.max)
  readonly password: string = '';

  @IsIn(ROLES)
  readonly role: Role = 'read_only';
}

/** A member's role. */
export class RoleForm {
  @IsIn(ROLES)
  readonly role!: Role;
}

/** A member's name. */
export class NameForm {
  @IsName()
  readonly name: string = '';
}

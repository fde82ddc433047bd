import { Get } from '@nestjs/common';
import type { IdentifiedPerson } from '../identity/people.service.js';
import { ROLE_LABELS, type Role } from '../members/roles.js';
import { CurrentPerson } from './access.decorators.js';
import { ProductController } from './product-controller.decorator.js';

interface Me {
  readonly user: { readonly id: string; readonly name: string; readonly email: string | null; readonly locale: string };
  readonly organization: { readonly id: string; readonly name: string };
  readonly member: { readonly id: string };
  readonly role: { readonly key: Role; readonly label: string };
  readonly via: IdentifiedPerson['via'];
}

/** Who is asking: answers as long as the person is in. */
@ProductController('me')
export class MeController {
  @Get()
  get(@CurrentPerson() person: IdentifiedPerson): Me {
    const { userId, name, email, locale, organizationId, organizationName, memberId, role, via } = person;
    return {
      user: { id: userId, name, email, locale },
      organization: { id: organizationId, name: organizationName },
      member: { id: memberId },
      role: { key: role, label: ROLE_LABELS[role] },
      via,
    };
  }
}

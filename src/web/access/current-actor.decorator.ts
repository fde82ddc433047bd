import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '../../audit/actor.js';
import { requestIdOf, type WebRequest } from '../page/web-request.js';
import { personOf } from './current-person.decorator.js';

/** The person who asked, as the audit log names them. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { memberId, name } = personOf(context);
  const requestId = requestIdOf(context.switchToHttp().getRequest<WebRequest>());
  return { kind: 'member', id: memberId, name, ...(requestId === undefined ? {} : { requestId }) };
});

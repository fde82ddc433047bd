import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Administrator } from '../../connections/administrator.js';
import { personOf } from '../../web/access/current-person.decorator.js';
import { toViewer } from '../../web/layout/viewer.js';
import { requestIdOf, type WebRequest } from '../../web/page/web-request.js';
import type { Asking } from './asking.js';

interface ConnectionRequest extends WebRequest {
  readonly params: Readonly<Record<string, string>>;
}

/** Who asks, and of which connection: the one that the path names, in the organization that the person acts in. */
export const CurrentAsking = createParamDecorator((_: unknown, context: ExecutionContext): Asking => {
  const person = personOf(context);
  const request = context.switchToHttp().getRequest<ConnectionRequest>();
  const requestId = requestIdOf(request);
  const actor: Administrator = {
    kind: 'member',
    id: person.memberId,
    name: person.name,
    ...(requestId === undefined ? {} : { requestId }),
  };
  const place = { organizationId: person.organizationId, connectionId: request.params['connectionId'] ?? '' };
  return { viewer: toViewer(person), place, actor };
});

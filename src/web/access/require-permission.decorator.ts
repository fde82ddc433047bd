import { Reflector } from '@nestjs/core';
import type { Permission } from '../../members/roles.js';

/** The screen, or the route of it, is for members whose role includes this. */
export const RequirePermission = Reflector.createDecorator<Permission | undefined>();

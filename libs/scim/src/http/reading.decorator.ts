import { Reflector } from '@nestjs/core';

/** A route that only reads, whatever its method is: open to tokens that may not write. */
export const Reading = Reflector.createDecorator<true>();

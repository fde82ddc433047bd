import { Reflector } from '@nestjs/core';

/** Where the form is that a route takes, relative to the route. */
export const FormPage = Reflector.createDecorator<string>();

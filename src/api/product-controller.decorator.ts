import { applyDecorators, Controller, UseFilters, UseGuards, UsePipes, ValidationPipe } from '@nestjs/common';
import { PersonGuard } from './person.guard.js';
import { ProductExceptionFilter } from './product-exception.filter.js';
import { ValidationFailed } from './validation-failed.js';

/** A controller under `/api/v1`: for signed-in people, with checked bodies and the product's errors. */
export const ProductController = (path: string): ClassDecorator =>
  applyDecorators(
    Controller(path === '' ? 'api/v1' : `api/v1/${path}`),
    UseGuards(PersonGuard),
    UseFilters(ProductExceptionFilter),
    UsePipes(
      new ValidationPipe({
        whitelist: true,
        forbidNonWhitelisted: true,
        transform: true,
        exceptionFactory: (errors) => new ValidationFailed(errors),
      }),
    ),
  );

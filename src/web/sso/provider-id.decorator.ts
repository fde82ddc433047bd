import { NotFoundException, Param, ParseUUIDPipe } from '@nestjs/common';

/** The provider that an address names; what is no id names nothing. */
export const ProviderId = (): ParameterDecorator =>
  Param('providerId', new ParseUUIDPipe({ exceptionFactory: () => new NotFoundException() }));

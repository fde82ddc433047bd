import { HttpStatus, Param, ParseUUIDPipe } from '@nestjs/common';

/** A part of a screen's path that is an id of ours; anything else is nobody's. */
export const Id = (name = 'id') => Param(name, new ParseUUIDPipe({ errorHttpStatusCode: HttpStatus.NOT_FOUND }));

import { Controller, Get, Header } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { OpenApi } from './open-api.js';

@Controller('api/openapi.json')
export class OpenApiController {
  constructor(private readonly openApi: OpenApi) {}

  @Get()
  @Header('Cache-Control', 'no-cache')
  read(): Promise<OpenAPIObject> {
    return this.openApi.read();
  }
}

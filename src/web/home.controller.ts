import { Controller, Get, Redirect } from '@nestjs/common';
import { START_PATH } from './access/next-path.js';

/** The address without a path leads to where people begin. */
@Controller()
export class HomeController {
  @Get()
  @Redirect(START_PATH, 303)
  start(): undefined {
    return undefined;
  }
}

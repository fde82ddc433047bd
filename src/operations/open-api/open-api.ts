import { type INestApplication, Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { describeApplication } from './describe-application.js';

/** The description of every route, made when somebody first asks: most processes never do, and it is not small. */
@Injectable()
export class OpenApi {
  private application?: INestApplication;
  private document?: Promise<OpenAPIObject>;

  /** Names the application that is described. */
  describe(application: INestApplication): void {
    this.application = application;
  }

  /** @throws Error when nobody has called `describe` */
  read(): Promise<OpenAPIObject> {
    if (!this.application) throw new Error('OpenApi: call describe(application) when the application is created.');
    return (this.document ??= describeApplication(this.application));
  }
}

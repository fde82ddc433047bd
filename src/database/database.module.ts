import { type DynamicModule, Global, Logger, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { type DatabaseOptions, dataSourceOptions } from './data-source.js';
import { Transactions } from './transactions.js';

/** The pool of database connections, and the place where transactions start, for everybody. */
@Global()
@Module({})
export class DatabaseModule {
  static forRoot(options: Omit<DatabaseOptions, 'onConnectionLost'>): DynamicModule {
    const logger = new Logger(DatabaseModule.name);
    const onConnectionLost = (error: Error) => logger.warn('A database connection was lost.', error);
    return {
      module: DatabaseModule,
      imports: [TypeOrmModule.forRoot({ ...dataSourceOptions({ ...options, onConnectionLost }), retryAttempts: 0 })],
      providers: [Transactions],
      exports: [Transactions],
    };
  }
}

import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { FloorDatabase } from './floor-database.js';
import { GroupsController } from './groups.controller.js';
import { UsersController } from './users.controller.js';

@Module({ controllers: [UsersController, GroupsController], providers: [FloorDatabase] })
class FloorModule {}

const floor = await NestFactory.create(FloorModule, new FastifyAdapter(), { logger: ['error'] });
floor.enableShutdownHooks();
await floor.listen(Number(process.env['PORT']), '127.0.0.1');

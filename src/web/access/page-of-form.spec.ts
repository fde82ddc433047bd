import { Controller, Get, Post } from '@nestjs/common';
import { pageOfForm } from './page-of-form.js';

@Controller('/settings/people')
class PeopleController {
  @Get()
  list() {
    return 'list';
  }

  @Get(':id')
  show() {
    return 'show';
  }

  @Post(':id/role')
  changeRole() {
    return 'changeRole';
  }
}

describe('the page of a form', () => {
  it.each([
    ['/settings/people', '/settings/people'],
    ['/settings/people?done=yes', '/settings/people'],
    ['/settings/people/7', '/settings/people/7'],
    ['/settings/people/7/role', '/settings/people/7'],
    ['/settings/people/7/keys/8/rotate', '/settings/people/7'],
    ['/elsewhere/7', '/settings/members'],
  ])('of %s is %s', (address, page) => expect(pageOfForm(PeopleController, address)).toBe(page));
});

import { expect, it } from 'vitest';
import { roles, type Me, type Role } from '../../../contract/people.ts';
import { placesFor } from '../shell/places.ts';

const withPost = (role: Role): Me => ({ posts: [{ role }] }) as unknown as Me;

it('the page of operation and settings stands in the menu of the system administrator and of the audit administrator, and of nobody else', () => {
  expect(roles.filter((role) => placesFor(withPost(role)).some(({ name, path }) => name === 'settings' && path === '/settings'))).toEqual(roles.filter((role) => role === 'administrator' || role === 'audit_administrator'));
  expect(placesFor({ posts: [] as Me['posts'] } as Me)).toEqual([]);
});

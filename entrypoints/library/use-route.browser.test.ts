import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hrefOf, routeOf, type Route } from './use-route';

const anyKey = fc.string({ minLength: 1, unit: 'grapheme' });

const anyRoute: fc.Arbitrary<Route> = fc.oneof(
  fc.constantFrom<Route>(
    { room: 'import' },
    { room: 'trash' },
    { room: 'collections' },
    { room: 'folder' },
    { room: 'documents' },
    { room: 'check' },
    { room: 'settings' },
    { room: 'insights', editing: false },
  ),
  fc.record({ room: fc.constantFrom('documents', 'mend'), key: anyKey }),
  fc.record({ room: fc.constant('settings' as const), site: anyKey }),
  fc.record({ room: fc.constant('check' as const), collection: anyKey }),
  fc.record({ room: fc.constant('compare' as const), left: anyKey, right: anyKey }),
  fc.record({
    room: fc.constant('insights' as const),
    key: anyKey,
    editing: fc.boolean(),
  }),
);

test('an address leads back to the place it was made for', () => {
  fc.assert(
    fc.property(anyRoute, (route) => {
      expect(routeOf(new URL(hrefOf(route), 'https://a.example').hash)).toEqual(route);
    }),
  );
});

test.each(['', '#', '#/', '#/nowhere', '#/insight', '#/insight/', '#/mend', '#/compare/a'])(
  'an address that leads nowhere shows the list: %j',
  (hash) => expect(routeOf(hash)).toEqual({ room: 'insights', editing: false }),
);

test('a key that is not well encoded is taken as it stands', () => {
  expect(routeOf('#/insight/50%')).toEqual({ room: 'insights', key: '50%', editing: false });
});

import { describe, expect, it } from 'vitest';
import { namesOf, namesOfLabels } from './names-of';
import { namesOfDescription } from './description-names';
import { personName } from './person-name';
import { guestsOfTitle, hostsOfShow } from './title-names';

describe('personName', () => {
  it.each([
    ['Sanne Wirth', 'Sanne Wirth'],
    ['Dr. Sanne Wirth, PhD', 'Sanne Wirth'],
    ['Sanne de Vries (CEO, Elsewhere)', 'Sanne de Vries'],
    ['J. B. Tarn', 'J. B. Tarn'],
    ['Zoë O’Malley-Tarn', 'Zoë O’Malley-Tarn'],
    ['Will Tarn', 'Will Tarn'],
    ['Sanne', ''],
    ['Product Strategy', ''],
    ['The Long Wave', ''],
    ['Halfway Media', ''],
    ['sanne wirth', ''],
    ['5 Lessons', ''],
    ['', ''],
  ])('reads %j as %j', (text, name) => {
    expect(personName(text)).toBe(name);
  });
});

describe('guestsOfTitle', () => {
  it.each([
    ['Selling three plans with Sanne Wirth', ['Sanne Wirth']],
    ['Selling three plans w/ Sanne Wirth', ['Sanne Wirth']],
    ['Selling three plans (with Sanne Wirth of Elsewhere)', ['Sanne Wirth']],
    ['Selling three plans ft. Sanne Wirth & Ivo Tarn', ['Sanne Wirth', 'Ivo Tarn']],
    ['An interview with Dr. Sanne Wirth, author of Plans', ['Sanne Wirth']],
    ['Sanne Wirth: Selling three plans', ['Sanne Wirth']],
    ['#123 – Sanne Wirth: Selling three plans', ['Sanne Wirth']],
    ['#123 – Sanne Wirth', ['Sanne Wirth']],
    ['Ep. 7: Sanne Wirth, founder of Elsewhere', ['Sanne Wirth']],
    ['Episode 41 - Selling three plans - Sanne Wirth', ['Sanne Wirth']],
    ['Selling three plans | Sanne Wirth (Elsewhere)', ['Sanne Wirth']],
    ['Why plans fail | Sanne Wirth and Ivo Tarn', ['Sanne Wirth', 'Ivo Tarn']],
    ['Sanne Wirth on why plans fail', ['Sanne Wirth']],
    ['Selling three plans', []],
    ['Selling three plans with confidence', []],
    ['Product Strategy: how to begin', []],
    ['The Long Wave | Why plans fail', []],
    ['Growth Loops - Live', []],
    ['', []],
  ])('reads %j', (title, guests) => {
    expect(guestsOfTitle(title, 'The Long Wave')).toEqual(guests);
  });
});

describe('hostsOfShow', () => {
  it.each([
    ['The Ivo Tarn Show', ['Ivo Tarn']],
    ['Ivo Tarn’s Podcast', ['Ivo Tarn']],
    ['Halfway Meeting with Ivo Tarn', ['Ivo Tarn']],
    ['The Long Wave', []],
    ['The Product Podcast', []],
  ])('reads %j', (show, hosts) => {
    expect(hostsOfShow(show)).toEqual(hosts);
  });
});

describe('namesOfDescription', () => {
  it.each([
    ['Hosted by Ivo Tarn.', { hosts: ['Ivo Tarn'], guests: [] }],
    ['My guest today is Sanne Wirth. We talk about plans.', { hosts: [], guests: ['Sanne Wirth'] }],
    [
      'Ivo Tarn is joined by the founder of Elsewhere, Sanne Wirth.',
      { hosts: [], guests: ['Sanne Wirth'] },
    ],
    [
      'Ivo talks to Sanne Wirth and Mira Holt about plans',
      { hosts: [], guests: ['Sanne Wirth', 'Mira Holt'] },
    ],
    ['Sanne Wirth is the founder of Elsewhere.', { hosts: [], guests: ['Sanne Wirth'] }],
    ['Host: Ivo Tarn\nGuest: Sanne Wirth', { hosts: ['Ivo Tarn'], guests: ['Sanne Wirth'] }],
    ['We talk to customers about pricing.', { hosts: [], guests: [] }],
    ['', { hosts: [], guests: [] }],
  ])('reads %j', (description, names) => {
    expect(namesOfDescription(description)).toEqual(names);
  });
});

describe('namesOf', () => {
  it('trusts the feed most, and joins what the sources say of one person', () => {
    expect(
      namesOf({
        persons: [
          { name: 'Ivo Tarn' },
          { name: 'Sanne Wirth', role: 'Guest' },
          { name: 'Mira Holt', role: 'Editor', group: 'Audio Post-Production' },
        ],
        authors: ['Ivo Tarn', 'Halfway Media'],
        title: 'Selling three plans with Dr. Sanne Wirth',
        labels: ['IVO', 'SANNE WIRTH', 'SPEAKER_02', 'Announcer', 'Bo'],
      }),
    ).toEqual([
      { name: 'Sanne Wirth', role: 'guest', from: 'podcast:person' },
      { name: 'Bo', role: 'unknown', from: 'transcript' },
      { name: 'Ivo Tarn', role: 'host', from: 'podcast:person' },
    ]);
  });

  it('lets the title say who of the actors is the guest', () => {
    expect(
      namesOf({ actors: ['Ivo Tarn', 'Sanne Wirth'], title: '#4 – Sanne Wirth: Plans' }),
    ).toEqual([
      { name: 'Sanne Wirth', role: 'guest', from: 'json-ld' },
      { name: 'Ivo Tarn', role: 'unknown', from: 'json-ld' },
    ]);
  });

  it('knows nobody from nothing', () => {
    expect(namesOf({})).toEqual([]);
    expect(namesOf({ title: 'Episode 12', show: 'The Long Wave', labels: ['SPEAKER_00'] })).toEqual(
      [],
    );
  });
});

describe('namesOfLabels', () => {
  const names = [{ name: 'Ivo Tarn' }, { name: 'Sanne Wirth' }, { name: 'Sanne Holt' }];

  it('gives a label the one name it is part of', () => {
    expect(namesOfLabels(['IVO', 'Wirth', 'Sanne', 'SPEAKER_01', 'Ivo Tarn'], names)).toEqual({
      IVO: 'Ivo Tarn',
      Wirth: 'Sanne Wirth',
    });
  });
});

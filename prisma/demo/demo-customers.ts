/** Sample buyers: each a name and a business with a web address nobody can own (RFC 2606). */
export type DemoCustomer = { name: string; email: string; company: string; domain: string };

const GIVEN = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eva', 'Finn', 'Gia', 'Hugo', 'Ines', 'Jan', 'Kaya', 'Leo', 'Mara'];
const FAMILY = [
  'Archer',
  'Baker',
  'Cooper',
  'Dyer',
  'Fisher',
  'Glover',
  'Hunter',
  'Mason',
  'Potter',
  'Sadler',
  'Turner',
];
const TRADES = [
  'Almanac',
  'Anchor',
  'Beacon',
  'Bellows',
  'Brickyard',
  'Canal',
  'Cedar',
  'Chapel',
  'Cobalt',
  'Compass',
  'Copper',
  'Cottage',
  'Dovetail',
  'Ember',
  'Fernhill',
  'Foundry',
  'Garnet',
  'Granary',
  'Harbour',
  'Hazel',
  'Juniper',
  'Kiln',
  'Lantern',
  'Larch',
  'Linen',
  'Meadow',
  'Millstone',
  'Northgate',
  'Orchard',
  'Paper',
  'Pinewood',
  'Quarry',
  'Ropewalk',
  'Saltmarsh',
  'Slate',
  'Tannery',
  'Thimble',
  'Weir',
  'Willow',
];
const KINDS = ['Studio', 'Bakery', 'Books', 'Press', 'Works', 'Media', 'Supply'];

/** 39 of them: with the buyer of the first order, a store of forty. */
export const DEMO_CUSTOMERS: readonly DemoCustomer[] = TRADES.map((trade, i) => {
  const given = GIVEN[i % GIVEN.length] ?? '';
  const family = FAMILY[i % FAMILY.length] ?? '';
  const domain = `${trade.toLowerCase()}.example`;
  return {
    name: `${given} ${family}`,
    email: `${given.toLowerCase()}@${domain}`,
    company: `${trade} ${KINDS[i % KINDS.length]}`,
    domain,
  };
});

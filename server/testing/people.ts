/** Invented people for tests: they live with the invented city, whose program part they are (server/demo). */
export { inventFirm, inventPeople, inventPerson, type FirmForm, type InventedFirm, type InventedPerson, type InventOptions, type Origin } from '../demo/people.ts';
export { chanceFrom, type Chance } from '../demo/chance.ts';

/** People and organisations known by one number, their sign-ins, and staff with posts. */
export { peopleDomain } from './people.ts';
export type { People, PeopleDeps } from './people.ts';
export { peopleRefusals } from './refusals.ts';
export type { PeopleRefusalCode } from './refusals.ts';
export type { Particulars } from './parties.ts';
export type { PartyToMake, StaffToMake } from './bulk.ts';
export { firstInstitution } from './staff.ts';
export type { WantedPost } from './staff.ts';
export { identify, maskName, maskPhone, readPhone, isInventedPhone } from './numbers/index.ts';

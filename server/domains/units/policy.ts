import { anyone } from '../../platform/access/permission.ts';

/** The division of the city is public. */
export const readUnits = anyone('units.read');

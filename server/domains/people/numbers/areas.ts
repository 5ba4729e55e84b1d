/** First two digits of a GB/T 2260 area: the 31 provincial units of the mainland, Taiwan, Hong Kong, Macau. */
const provinces = new Set(
  ('11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 ' + '50 51 52 53 54 61 62 63 64 65 71 81 82').split(' '),
);

/** Whether two digits name a provincial unit of GB/T 2260. Deeper digits are not judged: counties are renamed and redrawn every year, numbers stay. */
export function isProvince(twoDigits: string): boolean {
  return provinces.has(twoDigits);
}

/**
 * Areas of the residence permit for Hong Kong, Macau and Taiwan residents: exactly 810000, 820000 and 830000
 * (港澳台居民居住证申领发放办法, 国办发〔2018〕81号), and 8199xx, 8299xx, 8399xx, which we keep for invented people.
 */
export function isResidencePermitArea(sixDigits: string): boolean {
  return /^8[123](0000|99\d\d)$/.test(sixDigits);
}

/**
 * Whether a canonical number lies in a range that no authority assigns, and so belongs to nobody: areas 449900–449999 (inside Guangdong's
 * 44, never assigned), 8199xx–8399xx on a residence permit, country 900–999 (left to users by ISO 3166-1) on a permanent-residence card,
 * registration area 4499xx in a credit code. Demonstration data uses only these; an installation in earnest may refuse them.
 */
export function isInventedNumber(kind: string, normal: string): boolean {
  if (kind === 'citizen_id') return normal.startsWith('4499');
  if (kind === 'hk_macau_taiwan_residence_permit') return /^8[123]99/.test(normal);
  if (kind === 'permanent_residence') return normal.charAt(3) === '9';
  if (kind === 'credit_code') return normal.slice(2, 6) === '4499';
  return false;
}

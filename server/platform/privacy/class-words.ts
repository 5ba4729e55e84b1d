/** The words in which every column is classed (C-PR-1). A word that is not here does not compile. */

/**
 * Classes of data (数据分级). L1 open: published or fit to be. L2 internal: of the installation, and ids that stand for a person only inside it (de-identified, PIPL art. 73 no. 3).
 * L3 personal: identifies a person (PIPL art. 4). L4 sensitive: what may hold biometric, medical, financial or location data, a special status, or anything of a child under 14 (PIPL art. 28).
 */
export type DataClass = 'L1' | 'L2' | 'L3' | 'L4';

/** How a value lies in the database: readable; sealed with a data key (AES-256-GCM); found by a keyed index; as a hash of something that cannot be guessed. */
export type Kept = 'plain' | 'sealed' | 'keyed_index' | 'digest';

/** Whom a table tells about. */
export type Subject = 'nobody' | 'resident' | 'staff' | 'outside_system';

/** What the data is for. */
export type Purpose =
  | 'reference' | 'handling_of_matters' | 'proof' | 'sign_in' | 'supervision' | 'evaluation' | 'measures' | 'telling_people' | 'running_the_installation' | 'data_exchange' | 'staff_administration' | 'rights_of_persons';

/**
 * By what right it is kept: PIPL art. 13 no. 3 (statutory duty; for state organs within art. 34), no. 1 (consent), no. 2 (management of staff under rules made by law); or not personal at all.
 */
export type Ground = 'statutory_duty' | 'consent' | 'staff_management' | 'not_personal';

/** Rules of data/privacy/retention-2026-1.json by id. */
export type RetentionId =
  | 'permanent' | 'installation' | 'matters' | 'with_person' | 'drafts' | 'sessions' | 'sign_in_codes' | 'sign_in_history' | 'access_records' | 'tries' | 'messages' | 'staff_messages' | 'jobs' | 'deliveries' | 'consents';

/** Columns of a table by how they are classed; each group is a list of names parted by spaces. */
export interface ColumnGroups {
  /** L1, plain */
  readonly open?: string;
  /** L2, plain: codes, counts, times */
  readonly internal?: string;
  /** L2, plain: ids that stand for a person */
  readonly pseudonym?: string;
  /** L2, hash of a random token or of content, or a hash under a key */
  readonly digest?: string;
  /** L2, data keys under a key-encryption key that is not in the database */
  readonly wrappedKey?: string;
  /** L3, keyed index */
  readonly keyedIndex?: string;
  /** L2, sealed: secrets of the installation */
  readonly secretSealed?: string;
  /** L3, sealed */
  readonly personalSealed?: string;
  /** L4, sealed */
  readonly sensitiveSealed?: string;
  /** L3 in clear, and why that is right. There is no such group for L4: it cannot be said. */
  readonly personalPlain?: { readonly columns: string; readonly because: string };
}

/** A table: whom it tells about, what for, by what right, how long, and its columns. */
export interface TableClass {
  readonly subject: Subject;
  readonly purpose: Purpose;
  readonly ground: Ground;
  readonly retention: RetentionId;
  readonly columns: ColumnGroups;
}

/** Tables by `schema.table`. */
export type TableClasses = Readonly<Record<string, TableClass>>;

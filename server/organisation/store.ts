/**
 * Municipality, areas, institutions and groups in MongoDB. What is about to change all at once carries it (`pending`), and is read
 * as it is now.
 */
import { Schema } from "mongoose";
import type { Connection } from "mongoose";
import { VOICE_ORDERS } from "#surveys/narration/voices";
import { FORM_NAMES } from "#surveys/paper/form";
import { isDuplicateKey } from "../database/database-problem";
import type { Area, Group, Institution, Municipality, Versioned } from "./contract";
import { CONTROLLERS, INSTITUTION_KINDS } from "./contract";
import type { Settleable } from "./pending";
import { isPending, settled } from "./pending";

const text = { type: String, required: true } as const;
const options = { versionKey: false, strict: "throw" } as const;
/** What every part of the municipality has. */
const counted = { version: { type: Number, default: 1 }, pending: { type: Schema.Types.Mixed } } as const;

const municipalitySchema = new Schema(
  {
    _id: text,
    name: text,
    isInvented: { type: Boolean, required: true },
    backupRetentionDays: { type: Number, required: true },
    voiceOrder: { type: String, enum: VOICE_ORDERS, required: true },
    epsilonPermille: { type: Number, min: 1, max: 1000 },
  },
  options,
);
const areaSchema = new Schema({ _id: text, name: text, ...counted }, options);
const institutionSchema = new Schema(
  {
    _id: text,
    name: text,
    kinds: { type: [{ type: String, enum: INSTITUTION_KINDS }], required: true },
    areaId: text,
    number: String,
    pNumber: String,
    ownCode: String,
    controller: { type: String, enum: CONTROLLERS },
    controllerName: String,
    closedOn: String,
    mergedInto: String,
    ...counted,
  },
  options,
);
const groupSchema = new Schema(
  {
    _id: text,
    institutionId: text,
    name: text,
    band: { type: String, enum: FORM_NAMES, required: true },
    childCount: { type: Number, required: true },
    code: text,
    isSpecialClass: Boolean,
    isLeaving: Boolean,
    next: { type: new Schema({ name: text, band: text }, { _id: false, ...options }) },
    closedOn: String,
    ...counted,
  },
  options,
);
groupSchema.index({ code: 1 }, { unique: true });
groupSchema.index({ institutionId: 1 });

const THE_MUNICIPALITY = "municipality";
/** The document that says which change counts. */
const CURRENT = "current";

type Stored<T> = Omit<T, "id"> & Settleable;

function fromStored<T extends { readonly id: string }>({ _id, ...rest }: Stored<T>): Versioned<T> {
  // A stored document is the domain's object with its id under MongoDB's name.
  return { id: _id, ...rest } as unknown as Versioned<T>;
}

function toStored<T extends { readonly id: string }>({ id, ...rest }: T): { _id: string } {
  return { _id: id, ...rest };
}

type Found = readonly (readonly Settleable[])[];

/**
 * What was read together, as it is while one change counts. What was read before that change counted is read once more:
 * behind the switch everything of it is there.
 */
async function settleTogether<T extends Found>(read: () => Promise<T>, current: () => Promise<string | null>) {
  const found = await read();
  const pending = found.flat().filter(isPending);
  if (pending.length === 0) return found;
  const change = await current();
  const isOver = pending.some((one) => one.pending?.change === change);
  const all = (isOver ? await read() : found).map((list) => list.flatMap((one) => settled(one, change) ?? []));
  // The same lists, with what is not there left out.
  return all as unknown as T;
}

/** What a model of whichever documents does with one of them. */
interface Writable {
  create(documents: object[]): Promise<unknown>;
  replaceOne(filter: object, document: object): PromiseLike<{ readonly matchedCount: number }>;
}

async function insertOnce(model: Writable, document: object): Promise<boolean> {
  try {
    await model.create([document]);
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

const among = (ids: readonly string[]) => ({ _id: { $in: [...ids] } });

export type OrganisationStore = ReturnType<typeof createOrganisationStore>;

function modelsOf(connection: Connection) {
  return {
    municipalities: connection.model("Municipality", municipalitySchema, "municipality"),
    areas: connection.model("Area", areaSchema, "areas"),
    institutions: connection.model("Institution", institutionSchema, "institutions"),
    groups: connection.model("Group", groupSchema, "groups"),
  };
}
type Models = ReturnType<typeof modelsOf>;

function createReading(connection: Connection, { areas, institutions, groups }: Models) {
  const changes = connection.collection<{ _id: string; change?: string | null }>("changes");
  const current = async () => (await changes.findOne({ _id: CURRENT }))?.change ?? null;
  const findAreas = (filter: object) => areas.find(filter).lean<Stored<Area>[]>();
  const findInstitutions = (filter: object) => institutions.find(filter).lean<Stored<Institution>[]>();
  const findGroups = (filter: object) => groups.find(filter).lean<Stored<Group>[]>();
  const listOf = async <T extends { readonly id: string }>(read: () => PromiseLike<Stored<T>[]>) => {
    const [found] = await settleTogether(async () => [await read()] as const, current);
    return found.map((stored) => fromStored<T>(stored));
  };
  return {
    listAreas: (ids: readonly string[]) => listOf<Area>(() => findAreas(among(ids))),
    listInstitutions: (ids?: readonly string[]) => listOf<Institution>(() => findInstitutions(ids ? among(ids) : {})),
    listGroups: (ids: readonly string[]) => listOf<Group>(() => findGroups(among(ids))),
    listGroupsOf: (institutionIds: readonly string[]) =>
      listOf<Group>(() => findGroups({ institutionId: { $in: [...institutionIds] } })),
    findGroup: async (id: string) => (await listOf<Group>(() => findGroups({ _id: id })))[0] ?? null,
    findGroupByCode: async (code: string) => (await listOf<Group>(() => findGroups({ code })))[0] ?? null,
    /** All institutions and areas, and groups: of one institution, of all, or none. As of one moment. */
    async listTogether(
      of: { readonly groupsOf?: string; readonly hasAllGroups?: boolean; readonly hasAreas?: boolean } = {},
    ) {
      const wanted = of.groupsOf === undefined ? {} : { institutionId: of.groupsOf };
      const hasGroups = of.hasAllGroups === true || of.groupsOf !== undefined;
      const none = Promise.resolve([]);
      const read = () =>
        Promise.all([
          of.hasAreas === false ? none : findAreas({}),
          findInstitutions({}),
          hasGroups ? findGroups(wanted) : none,
        ]);
      const [foundAreas, foundInstitutions, foundGroups] = await settleTogether(read, current);
      return {
        areas: foundAreas.map((stored) => fromStored<Area>(stored)),
        institutions: foundInstitutions.map((stored) => fromStored<Institution>(stored)),
        groups: foundGroups.map((stored) => fromStored<Group>(stored)),
      };
    },
  };
}

/** By hand, one after the other: what is new once for each id, what is changed only by who has read the last version. */
function createWriting(models: Models) {
  async function replace(model: Writable, changed: Versioned<{ readonly id: string }>) {
    const filter = { _id: changed.id, version: changed.version - 1 };
    return (await model.replaceOne(filter, toStored(changed))).matchedCount === 1;
  }
  // Mongoose's types know each model's own documents alone.
  const { areas, institutions, groups } = models as unknown as Record<"areas" | "institutions" | "groups", Writable>;
  return {
    insertArea: (area: Area) => insertOnce(areas, toStored(area)),
    insertInstitution: (institution: Institution) => insertOnce(institutions, toStored(institution)),
    insertGroup: (group: Group) => insertOnce(groups, toStored(group)),
    replaceArea: (area: Versioned<Area>) => replace(areas, area),
    replaceInstitution: (institution: Versioned<Institution>) => replace(institutions, institution),
    replaceGroup: (group: Versioned<Group>) => replace(groups, group),
  };
}

export function createOrganisationStore(connection: Connection) {
  const models = modelsOf(connection);
  const { municipalities, areas, institutions, groups } = models;
  return {
    async prepare(): Promise<void> {
      for (const model of [municipalities, areas, institutions, groups]) await model.createIndexes();
    },
    async findMunicipality(): Promise<Municipality | null> {
      const found = await municipalities.findById(THE_MUNICIPALITY).lean();
      return found
        ? {
            name: found.name,
            isInvented: found.isInvented,
            backupRetentionDays: found.backupRetentionDays,
            voiceOrder: found.voiceOrder,
            ...(found.epsilonPermille && { epsilonPermille: found.epsilonPermille }),
          }
        : null;
    },
    async saveMunicipality(municipality: Municipality): Promise<void> {
      await municipalities.updateOne({ _id: THE_MUNICIPALITY }, { $set: municipality }, { upsert: true });
    },
    async insertAreas(list: readonly Area[]): Promise<void> {
      await areas.insertMany(list.map(toStored));
    },
    async insertInstitutions(list: readonly Institution[]): Promise<void> {
      await institutions.insertMany(list.map(toStored));
    },
    async insertGroups(list: readonly Group[]): Promise<void> {
      await groups.insertMany(list.map(toStored));
    },
    ...createReading(connection, models),
    ...createWriting(models),
  };
}

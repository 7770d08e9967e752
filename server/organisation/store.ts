/** Municipality, areas, institutions and groups in MongoDB. */
import { Schema } from "mongoose";
import type { Connection } from "mongoose";
import { VOICE_ORDERS } from "#surveys/narration/voices";
import { FORM_NAMES } from "#surveys/paper/form";
import type { Area, Group, Institution, Municipality } from "./contract";
import { INSTITUTION_KINDS } from "./contract";

const text = { type: String, required: true } as const;
const options = { versionKey: false, strict: "throw" } as const;

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
const areaSchema = new Schema({ _id: text, name: text }, options);
const institutionSchema = new Schema(
  { _id: text, name: text, kind: { type: String, enum: INSTITUTION_KINDS, required: true }, areaId: text },
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
  },
  options,
);
groupSchema.index({ code: 1 }, { unique: true });

const THE_MUNICIPALITY = "municipality";

type Stored<T> = Omit<T, "id"> & { readonly _id: string };

function fromStored<T extends { readonly id: string }>({ _id, ...rest }: Stored<T>): T {
  // A stored document is the domain's object with its id under MongoDB's name.
  return { id: _id, ...rest } as unknown as T;
}

function toStored<T extends { readonly id: string }>({ id, ...rest }: T): { _id: string } {
  return { _id: id, ...rest };
}

export type OrganisationStore = ReturnType<typeof createOrganisationStore>;

export function createOrganisationStore(connection: Connection) {
  const municipalities = connection.model("Municipality", municipalitySchema, "municipality");
  const areas = connection.model("Area", areaSchema, "areas");
  const institutions = connection.model("Institution", institutionSchema, "institutions");
  const groups = connection.model("Group", groupSchema, "groups");
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
    async listAreas(ids: readonly string[]): Promise<Area[]> {
      const found = await areas.find({ _id: { $in: [...ids] } }).lean<Stored<Area>[]>();
      return found.map((stored) => fromStored<Area>(stored));
    },
    async listInstitutions(ids?: readonly string[]): Promise<Institution[]> {
      const found = await institutions.find(ids ? { _id: { $in: [...ids] } } : {}).lean<Stored<Institution>[]>();
      return found.map((stored) => fromStored<Institution>(stored));
    },
    async listGroups(ids: readonly string[]): Promise<Group[]> {
      const found = await groups.find({ _id: { $in: [...ids] } }).lean<Stored<Group>[]>();
      return found.map((stored) => fromStored<Group>(stored));
    },
    async listGroupsOf(institutionIds: readonly string[]): Promise<Group[]> {
      const found = await groups.find({ institutionId: { $in: [...institutionIds] } }).lean<Stored<Group>[]>();
      return found.map((stored) => fromStored<Group>(stored));
    },
    async findGroup(id: string): Promise<Group | null> {
      const found = await groups.findById(id).lean<Stored<Group>>();
      return found ? fromStored<Group>(found) : null;
    },
    async findGroupByCode(code: string): Promise<Group | null> {
      const found = await groups.findOne({ code }).lean<Stored<Group>>();
      return found ? fromStored<Group>(found) : null;
    },
  };
}

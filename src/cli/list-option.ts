import { Option } from "commander";

/** A flag that may be given more than once: in the config file it may be a list. Its argParser() adds to the earlier values. */
export class ListOption extends Option {}

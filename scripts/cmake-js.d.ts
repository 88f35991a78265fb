/**
 * The part of cmake-js 8 that scripts/build-native.ts uses; the package has no types of its own.
 */
declare module "cmake-js" {
  export class CMake {
    constructor(options: {
      /** Where CMakeLists.txt is. */
      directory: string;
      /** The build tree. */
      out: string;
      config?: "Release" | "Debug";
      cMakeOptions?: Record<string, string>;
      /** The number of parallel jobs; without it, cmake's default. */
      parallel?: string;
      /** Put at the end of the command line of both configure() and build(). */
      extraCMakeArgs?: string[];
      noLog?: boolean;
    });
    configure(): Promise<void>;
    build(): Promise<void>;
  }
}

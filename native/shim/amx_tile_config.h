// Included in ggml's CPU code (CMakeLists.txt). GCC before 12.4 and 13.3 declares only 8 of the 64
// bytes that _tile_loadconfig reads and drops the stores to the rest. The tiles then have no rows,
// and the first instruction that uses one raises SIGILL. This macro declares all 64 bytes as input.
#pragma once

#if defined(__AMX_TILE__) && defined(__GNUC__) && !defined(__clang__)
#    if __GNUC__ < 12 || (__GNUC__ == 12 && __GNUC_MINOR__ < 4) || (__GNUC__ == 13 && __GNUC_MINOR__ < 3)
#        include <immintrin.h>
#        undef _tile_loadconfig
#        define _tile_loadconfig(config) __asm__ volatile("ldtilecfg\t%X0" ::"m"(*((const char(*)[64])(config))))
#    endif
#endif

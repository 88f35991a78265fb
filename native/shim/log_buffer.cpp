#include "log_buffer.h"

#include "anechat.h"
#include "guard.h"
#include "llama.h"

#include <mutex>
#include <string>

namespace {

constexpr size_t max_kept = 64 * 1024;

std::mutex  log_mutex;
std::string log_kept;
char        log_level = 'I';

char letter(ggml_log_level level) {
    switch (level) {
        case GGML_LOG_LEVEL_DEBUG: return 'D';
        case GGML_LOG_LEVEL_WARN:  return 'W';
        case GGML_LOG_LEVEL_ERROR: return 'E';
        default:                   return 'I';
    }
}

// llama.cpp logs lines in parts: level CONT means that the text continues the line before.
void append(ggml_log_level level, const char * text, void *) {
    std::lock_guard<std::mutex> lock(log_mutex);
    if (level != GGML_LOG_LEVEL_CONT) {
        log_level = letter(level);
    }
    if (log_level == 'D') {
        return;
    }
    if (log_kept.empty() || log_kept.back() == '\n') {
        log_kept += log_level;
        log_kept += ' ';
    }
    log_kept += text;
    if (log_kept.size() > 2 * max_kept) {
        const size_t line_end = log_kept.find('\n', log_kept.size() - max_kept);
        log_kept.erase(0, line_end == std::string::npos ? log_kept.size() - max_kept : line_end + 1);
    }
}

} // namespace

void anechat::install_log() {
    llama_log_set(append, nullptr);
}

char * anechat_log_take(void) {
    std::lock_guard<std::mutex> lock(log_mutex);
    if (log_kept.empty()) {
        return nullptr;
    }
    char * taken = anechat::copy_string(log_kept);
    log_kept.clear();
    return taken;
}

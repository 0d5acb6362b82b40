#include "mail.h"

#include <curl/curl.h>
#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

// libcurl is opened when the first letter is sent, because it brings twenty libraries that no other start of the program wants.
static struct {
    CURL *(*init)(void);
    CURLcode (*set)(CURL *, CURLoption, ...);
    CURLcode (*perform)(CURL *);
    CURLcode (*info)(CURL *, CURLINFO, ...);
    void (*cleanup)(CURL *);
    struct curl_slist *(*append)(struct curl_slist *, const char *);
    void (*free_all)(struct curl_slist *);
} curl;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int is_ready;

static void open_library(void) {
    void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!library) return;
    CURLcode (*global_init)(long) = (CURLcode(*)(long))dlsym(library, "curl_global_init");
    curl.init = (CURL * (*)(void)) dlsym(library, "curl_easy_init");
    curl.set = (CURLcode(*)(CURL *, CURLoption, ...))dlsym(library, "curl_easy_setopt");
    curl.perform = (CURLcode(*)(CURL *))dlsym(library, "curl_easy_perform");
    curl.info = (CURLcode(*)(CURL *, CURLINFO, ...))dlsym(library, "curl_easy_getinfo");
    curl.cleanup = (void (*)(CURL *))dlsym(library, "curl_easy_cleanup");
    curl.append = (struct curl_slist * (*)(struct curl_slist *, const char *)) dlsym(library, "curl_slist_append");
    curl.free_all = (void (*)(struct curl_slist *))dlsym(library, "curl_slist_free_all");
    if (!global_init || !curl.init || !curl.set || !curl.perform || !curl.info || !curl.cleanup || !curl.append || !curl.free_all) return;
    is_ready = global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

typedef struct {
    const char *bytes;
    size_t left;
} reading;

static size_t read_message(char *buffer, size_t size, size_t count, void *context) {
    reading *message = context;
    size_t room = size * count, taken = room < message->left ? room : message->left;
    memcpy(buffer, message->bytes, taken);
    message->bytes += taken;
    message->left -= taken;
    return taken;
}

static size_t drop_reply(char *bytes, size_t size, size_t count, void *context) {
    (void)bytes;
    (void)context;
    return size * count;
}

static mail_outcome outcome(CURLcode code, long reply) {
    switch (code) {
    case CURLE_OK: return MAIL_TAKEN;
    case CURLE_OPERATION_TIMEDOUT: return MAIL_TIMED_OUT;
    case CURLE_LOGIN_DENIED: return MAIL_LOGIN_REFUSED;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_USE_SSL_FAILED: return MAIL_NO_CONNECTION;
    default: return reply >= 400 ? MAIL_ANSWERED : MAIL_FAILED;
    }
}

mail_outcome mail_send(const mail_letter *letter, long *reply) {
    *reply = 0;
    pthread_once(&once, open_library);
    if (!is_ready) return MAIL_NO_LIBRARY;
    CURL *easy = curl.init();
    if (!easy) return MAIL_FAILED;
    struct curl_slist *to = NULL;
    int is_whole = letter->to_count > 0;
    for (size_t i = 0; i < letter->to_count && is_whole; i++) {
        struct curl_slist *longer = curl.append(to, letter->to[i]);
        if (longer) to = longer; else is_whole = 0;
    }
    reading message = {letter->message, letter->message_length};
    CURLcode failed = is_whole ? CURLE_OK : CURLE_OUT_OF_MEMORY;
#define SET(option, value) (failed = failed ? failed : curl.set(easy, option, value))
    SET(CURLOPT_URL, letter->url);
    SET(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    // The environment's proxy is not ours, and signals would stop other threads.
    SET(CURLOPT_PROXY, "");
    SET(CURLOPT_NOSIGNAL, 1L);
    SET(CURLOPT_TIMEOUT_MS, letter->milliseconds);
    SET(CURLOPT_USE_SSL, letter->security == MAIL_PLAIN ? (long)CURLUSESSL_NONE : (long)CURLUSESSL_ALL);
    SET(CURLOPT_SSL_VERIFYPEER, 1L);
    SET(CURLOPT_SSL_VERIFYHOST, 2L);
    if (letter->authority) {
        SET(CURLOPT_CAINFO, letter->authority);
        SET(CURLOPT_CAPATH, (char *)NULL);
    }
    if (letter->user) {
        SET(CURLOPT_USERNAME, letter->user);
        SET(CURLOPT_PASSWORD, letter->password);
    }
    SET(CURLOPT_MAIL_FROM, letter->from);
    SET(CURLOPT_MAIL_RCPT, to);
    // Whoever is refused does not keep it from the others; refused by all it is refused.
    SET(CURLOPT_MAIL_RCPT_ALLLOWFAILS, 1L);
    SET(CURLOPT_READFUNCTION, read_message);
    SET(CURLOPT_READDATA, (void *)&message);
    SET(CURLOPT_INFILESIZE_LARGE, (curl_off_t)letter->message_length);
    SET(CURLOPT_UPLOAD, 1L);
    SET(CURLOPT_WRITEFUNCTION, drop_reply);
    SET(CURLOPT_HEADERFUNCTION, drop_reply);
#undef SET
    mail_outcome said = MAIL_FAILED;
    if (!failed) {
        CURLcode code = curl.perform(easy);
        curl.info(easy, CURLINFO_RESPONSE_CODE, reply);
        said = outcome(code, *reply);
    }
    curl.cleanup(easy);
    curl.free_all(to);
    return said;
}

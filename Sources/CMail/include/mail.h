// One letter to a mail server (SMTP, RFC 5321), by libcurl. Certificates are always checked.
#ifndef MAIL_H
#define MAIL_H

#include <stddef.h>

typedef enum {
    MAIL_TAKEN = 0,
    MAIL_NO_LIBRARY,     // libcurl is not installed
    MAIL_NO_CONNECTION,  // no server, no TLS, a certificate nobody vouches for
    MAIL_TIMED_OUT,
    MAIL_LOGIN_REFUSED,
    MAIL_ANSWERED,       // the server said no: mail_reply has its code
    MAIL_FAILED,
} mail_outcome;

typedef enum {
    MAIL_PLAIN = 0,
    MAIL_STARTTLS,  // a server that offers none is not spoken to
    MAIL_TLS,
} mail_security;

typedef struct {
    const char *url;        // smtp://host:port/name or smtps://host:port/name; `name` is how we greet
    mail_security security;
    const char *authority;  // PEM file of the authority to trust in place of the system's; NULL for those
    const char *user;       // NULL where nobody signs in
    const char *password;
    const char *from;       // <address>
    const char *const *to;  // <address>
    size_t to_count;
    const char *message;    // RFC 5322, with CR LF
    size_t message_length;
    long milliseconds;      // for all of it
} mail_letter;

/// Blocks until the server has taken the letter or the time is over. `reply` is the last code the server answered, 0 for none.
mail_outcome mail_send(const mail_letter *letter, long *reply);

#endif

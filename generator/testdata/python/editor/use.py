from statuscodes import http, sqlstate
from statuscodes.http import HTTPStatus

http
http.NOT_FOUND
http.PAYLOAD_TOO_LARGE
http.ALL
http.phrase
http.retry
http.is_client_error
http.summary
http.Retry
http.HTTPStatus
HTTPStatus.NOT_FOUND
HTTPStatus.PAYLOAD_TOO_LARGE
HTTPStatus.NOT_FOUND.phrase
HTTPStatus.NOT_FOUND.retry
sqlstate.UNDEFINED_TABLE
sqlstate.is_syntax_error_or_access_rule_violation

package render

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

// TestSpelling freezes the rule by which names become identifiers, because
// identifiers are for ever.
func TestSpelling(t *testing.T) {
	words := map[string]string{"http": "HTTP", "uri": "URI", "ok": "OK", "im": "IM", "oauth2": "OAuth2", "grpc": "gRPC"}
	for _, row := range []struct{ name, pascal, plain, camel, upper, kebab, joined string }{
		{"not_found", "NotFound", "NotFound", "notFound", "NOT_FOUND", "not-found", "notfound"},
		{"ok", "OK", "Ok", "ok", "OK", "ok", "ok"},
		{"uri_too_long", "URITooLong", "UriTooLong", "uriTooLong", "URI_TOO_LONG", "uri-too-long", "uritoolong"},
		{"bad_uri", "BadURI", "BadUri", "badURI", "BAD_URI", "bad-uri", "baduri"},
		{"im_used", "IMUsed", "ImUsed", "imUsed", "IM_USED", "im-used", "imused"},
		{"image", "Image", "Image", "image", "IMAGE", "image", "image"}, // never part of a word
		{"oauth2_error", "OAuth2Error", "Oauth2Error", "oauth2Error", "OAUTH2_ERROR", "oauth2-error", "oauth2error"},
		{"x1_2", "X12", "X12", "x12", "X1_2", "x1-2", "x12"}, // digits never split a word
		{"http", "HTTP", "Http", "http", "HTTP", "http", "http"},
		{"grpc_code", "gRPCCode", "GrpcCode", "grpcCode", "GRPC_CODE", "grpc-code", "grpccode"},
		{"a", "A", "A", "a", "A", "a", "a"},
	} {
		spell := func(style codes.Style, capitals bool) string {
			list := []codes.Word{}
			for lower, written := range words {
				list = append(list, codes.Word{Lower: codes.At[string]{Value: lower}, Written: codes.At[string]{Value: written}})
			}
			naming := NewNaming(&codes.Language{Names: map[codes.Role]codes.NameRule{
				codes.ConstantRole: {Style: style, Words: capitals},
			}}, list)
			return naming.Spell(codes.ConstantRole, row.name, Context{})
		}
		require.Equal(t, row.pascal, spell(codes.Pascal, true), row.name)
		require.Equal(t, row.plain, spell(codes.Pascal, false), row.name)
		require.Equal(t, row.camel, spell(codes.Camel, true), row.name)
		require.Equal(t, row.upper, spell(codes.UpperSnake, true), row.name)
		require.Equal(t, row.name, spell(codes.Snake, true), row.name)
		require.Equal(t, row.kebab, spell(codes.Kebab, true), row.name)
		require.Equal(t, row.joined, spell(codes.Joined, true), row.name)
	}
}

func TestSpellingComposesWordsFirst(t *testing.T) {
	naming := NewNaming(&codes.Language{Names: map[codes.Role]codes.NameRule{
		codes.GuardRole: {Style: codes.Camel, As: "is_{name}"},
		codes.ClassRole: {Style: codes.Pascal, As: "{type}_{name}"},
		codes.ValueRole: {Style: codes.UpperSnake, As: "{table}_{property}_{name}"},
	}}, nil)
	context := Context{Table: "http", Type: "http_status", Property: "retry"}
	require.Equal(t, "isClientError", naming.Spell(codes.GuardRole, "client_error", context))
	require.Equal(t, "HttpStatusClientError", naming.Spell(codes.ClassRole, "client_error", context))
	require.Equal(t, "HTTP_RETRY_NEVER", naming.Spell(codes.ValueRole, "never", context))
	require.Equal(t, "not_found", naming.Spell(codes.ConstantRole, "not_found", context), "a role that is not spelled")
}

//! The example of a web service, in process and over a real socket.
#![cfg(all(feature = "html", feature = "json"))]
#![allow(clippy::unwrap_used, reason = "the helpers of a test may panic as the test may")]

#[allow(dead_code, unreachable_pub, clippy::print_stdout, reason = "it is a program of its own")]
#[path = "../examples/axum_service.rs"]
mod axum_service;

use std::io::{Read, Write};

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use serde_json::Value;
use tower::ServiceExt;

const DOSSIER: &str = r#"{"corroborate": 1, "title": "A <b>treaty</b>",
  "sources": [{"id": "duma", "name": "State Duma", "kind": "legislature", "authority_on": ["ratified"]}],
  "attributes": [{"id": "ratified", "kind": "truth"}],
  "claims": [{"id": "c", "statement": "The treaty was ratified", "subject": "treaty", "attribute": "ratified", "value": true}],
  "attributions": [{"id": "a", "source": "duma", "claim": "c", "published": "2024-10-24"}]}"#;

async fn post(accept: &str, body: impl Into<Body>) -> (StatusCode, String, String) {
    let request = Request::post("/").header("accept", accept).body(body.into()).unwrap();
    let answer = axum_service::service().oneshot(request).await.unwrap();
    let status = answer.status();
    let kind = answer.headers().get("content-type").map(|kind| kind.to_str().unwrap().to_owned()).unwrap_or_default();
    let body = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    (status, kind, String::from_utf8(body.to_vec()).unwrap())
}

#[tokio::test]
async fn a_dossier_is_answered_with_its_evaluation() {
    let (status, kind, body) = post("*/*", DOSSIER).await;
    assert_eq!((status, kind.as_str()), (StatusCode::OK, "application/json"));
    let evaluation: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(evaluation["assessments"][0]["verdict"], "confirmed");
}

#[tokio::test]
async fn or_with_the_sheet_where_html_is_asked_for() {
    for accept in ["text/html", "text/html;q=0.9, application/json"] {
        let (status, kind, body) = post(accept, DOSSIER).await;
        assert_eq!((status, kind.as_str()), (StatusCode::OK, "text/html; charset=utf-8"));
        assert!(body.starts_with("<!doctype html>") && body.contains("A &#60;b&#62;treaty"));
    }
    assert_eq!(post("application/json, text/html", DOSSIER).await.1, "application/json");
}

#[tokio::test]
async fn all_problems_of_a_bad_dossier_come_back() {
    let bad = DOSSIER
        .replace("\"kind\": \"legislature\"", "\"kind\": \"legislatur\"")
        .replace("\"claim\": \"c\"", "\"claim\": \"d\"");
    let (status, kind, body) = post("text/html", bad).await;
    assert_eq!((status, kind.as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "application/json"));
    let problems: Value = serde_json::from_str(&body).unwrap();
    let first = &problems["problems"][0];
    assert!(first["problem"].as_str().unwrap().contains("did you mean `legislature`?"), "{first}");
    assert_eq!((first["path"].as_str(), first["position"]["line"].as_u64()), (Some("sources[0].kind"), Some(2)));
}

#[tokio::test]
async fn what_is_too_large_or_for_elsewhere_is_refused() {
    let (status, ..) = post("*/*", vec![b' '; axum_service::LARGEST + 1]).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    let get = Request::get("/").body(Body::empty()).unwrap();
    assert_eq!(axum_service::service().oneshot(get).await.unwrap().status(), StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test(flavor = "multi_thread")]
async fn it_answers_over_a_real_socket() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let server = tokio::spawn(async move { axum::serve(listener, axum_service::service()).await });
    let told = tokio::task::spawn_blocking(move || {
        let mut socket = std::net::TcpStream::connect(address).unwrap();
        let head = format!(
            "POST / HTTP/1.1\r\nhost: {address}\r\naccept: text/html\r\nconnection: close\r\ncontent-length: {}\r\n\r\n",
            DOSSIER.len()
        );
        socket.write_all(head.as_bytes()).unwrap();
        socket.write_all(DOSSIER.as_bytes()).unwrap();
        let mut answer = String::new();
        socket.read_to_string(&mut answer).unwrap();
        answer
    });
    let answer = told.await.unwrap();
    server.abort();
    let (head, page) = answer.split_once("\r\n\r\n").unwrap();
    assert!(
        head.starts_with("HTTP/1.1 200 OK") && head.to_lowercase().contains("x-content-type-options: nosniff"),
        "{head}"
    );
    assert!(page.contains("<h3 dir=\"auto\">The treaty was ratified.</h3>"));
}

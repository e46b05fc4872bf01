//! The library behind a web handler: POST a dossier as JSON to `/`, get the evaluation as JSON, or, where `Accept` asks for HTML, the evidence sheet.
//!
//! ```text
//! cargo run --features html --example axum_service -- [ADDRESS]
//! curl --data-binary @examples/kim-putin.json localhost:3000
//! curl --data-binary @examples/kim-putin.json --header 'Accept: text/html' localhost:3000 > sheet.html
//! ```
//!
//! What is wrong with a dossier comes back as a list of problems with status 422. Bodies are limited in size, requests in time, and so many dossiers are judged at
//! once; beyond that the answer is 503, and the client may come again.

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use corroborate::{Dossier, Evaluator, Problems, html, render};
use serde_json::json;
use tokio::sync::Semaphore;
use tower_http::timeout::TimeoutLayer;

/// Largest dossier, in bytes: some 20,000 attributions.
pub const LARGEST: usize = 8 * 1024 * 1024;
/// Longest time for one request, its body included.
const LONGEST: Duration = Duration::from_secs(30);
/// Dossiers that are judged at the same time.
const AT_ONCE: usize = 4;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:3000".to_owned());
    let listener = tokio::net::TcpListener::bind(&address).await?;
    println!("http://{}", listener.local_addr()?);
    axum::serve(listener, service()).await?;
    Ok(())
}

/// The whole service.
pub fn service() -> Router {
    Router::new()
        .route("/", post(judge))
        .layer(DefaultBodyLimit::max(LARGEST))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, LONGEST))
}

/// Judging is work for a thread of its own, and never for more of them than there is room for.
static ROOM: LazyLock<Arc<Semaphore>> = LazyLock::new(|| Arc::new(Semaphore::new(AT_ONCE)));

async fn judge(headers: HeaderMap, body: Bytes) -> Response {
    let Ok(permit) = Arc::clone(&ROOM).try_acquire_owned() else {
        return (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "5")]).into_response();
    };
    let wants_page = prefers_html(&headers);
    let work = tokio::task::spawn_blocking(move || {
        // The place is held until the work is done, also where nobody waits for it any more.
        let _permit = permit;
        answer(&body, wants_page)
    });
    work.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

fn answer(body: &[u8], wants_page: bool) -> Response {
    let dossier = match Dossier::from_json(body) {
        Ok(dossier) => dossier,
        Err(problems) => return refusal(&problems),
    };
    let evaluation = Evaluator::default().evaluate(&dossier);
    if wants_page {
        let page = html::Sheet::new(&evaluation).remedies(50).to_string();
        return ([(header::CONTENT_TYPE, "text/html; charset=utf-8"), NO_SNIFFING], page).into_response();
    }
    ([(header::CONTENT_TYPE, "application/json"), NO_SNIFFING], render::json(&evaluation)).into_response()
}

const NO_SNIFFING: (HeaderName, &str) = (header::X_CONTENT_TYPE_OPTIONS, "nosniff");

/// Every problem, with its place.
fn refusal(problems: &Problems) -> Response {
    let told = problems.iter().map(|problem| {
        let place = problem.position.map(|position| json!({ "line": position.line, "column": position.column }));
        json!({ "path": problem.path.to_string(), "position": place, "problem": problem.kind.to_string() })
    });
    let problems: Vec<serde_json::Value> = told.collect();
    let body = json!({ "problems": problems }).to_string();
    (StatusCode::UNPROCESSABLE_ENTITY, [(header::CONTENT_TYPE, "application/json"), NO_SNIFFING], body).into_response()
}

/// Whether `Accept` names HTML before JSON. Weights are for clients that negotiate; this one is content with the order.
fn prefers_html(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut kinds = accept.split(',').map(|kind| kind.split(';').next().unwrap_or_default().trim());
    kinds.find(|kind| matches!(*kind, "text/html" | "application/json" | "*/*")) == Some("text/html")
}
